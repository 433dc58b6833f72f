// An allocator for one thread: free lists by size over a heap that only grows.
//
// Sizes are rounded up to one of four classes a doubling, which wastes a quarter at most. A freed block waits in the list
// of its class for the next of that size; blocks are neither joined nor given back. What runs here runs briefly, and asks
// for the same sizes over and over.

#include <stddef.h>
#include <stdint.h>

// Swift stores no value that needs more than this.
#define ALIGNMENT 16
#define PAGE 65536
// Ask the host for this many pages at least: growing is slow.
#define FEWEST_PAGES 16
// Four for each doubling from 16 bytes to 4 GiB.
#define CLASSES 112

// Stands before each block.
typedef struct {
  _Alignas(ALIGNMENT) uint32_t class;
} Header;

// Lies in a block that is free.
typedef struct Free {
  struct Free *next;
} Free;

// The linker puts this where the program's own data ends.
extern uint8_t __heap_base;

static uint8_t *unused;
static uint8_t *end;
static Free *blocks[CLASSES];

static uint32_t log2of(size_t size) { return 31 - (uint32_t)__builtin_clz(size); }

// Returns the class of a size, and rounds the size up to that of the class.
static uint32_t class_of(size_t *size) {
  if (*size < ALIGNMENT) *size = ALIGNMENT;
  size_t step = (size_t)1 << (log2of(*size) - 2);
  size_t rounded = (*size + step - 1) & ~(step - 1);
  uint32_t power = log2of(rounded);
  *size = rounded;
  return (power - 4) * 4 + ((rounded >> (power - 2)) & 3);
}

// Takes a new block from the heap's end; out of memory is the end of the program.
static uint8_t *extend(size_t size) {
  if (!unused) {
    unused = (uint8_t *)(((size_t)&__heap_base + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1));
    end = (uint8_t *)(__builtin_wasm_memory_size(0) * PAGE);
  }
  size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
  size_t left = (size_t)(end - unused);
  if (size > left) {
    size_t pages = (size - left - 1) / PAGE + 1;
    if (pages < FEWEST_PAGES) pages = FEWEST_PAGES;
    if (__builtin_wasm_memory_grow(0, pages) == SIZE_MAX) __builtin_trap();
    end += pages * PAGE;
  }
  uint8_t *block = unused;
  unused += size;
  return block;
}

void *malloc(size_t size) {
  if (size > SIZE_MAX / 2) __builtin_trap();
  uint32_t class = class_of(&size);
  Free *waiting = blocks[class];
  if (waiting) {
    blocks[class] = waiting->next;
    return waiting;
  }
  Header *header = (Header *)extend(sizeof(Header) + size);
  header->class = class;
  return header + 1;
}

void free(void *block) {
  if (!block) return;
  uint32_t class = ((Header *)block - 1)->class;
  Free *waiting = block;
  waiting->next = blocks[class];
  blocks[class] = waiting;
}

int posix_memalign(void **block, size_t alignment, size_t size) {
  if (alignment > ALIGNMENT) __builtin_trap();
  *block = malloc(size);
  return 0;
}
