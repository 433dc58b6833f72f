// What Swift's library asks of a system that is not there.

#include <stddef.h>
#include <stdint.h>

// The seed of hashing. It is always the same, so that a run can be repeated; nothing here may depend on it anyway.
void arc4random_buf(void *to, size_t count) {
  static uint64_t state = 0x9E3779B97F4A7C15;
  uint8_t *byte = to;
  for (; count > 0; count--) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    *byte++ = (uint8_t)(state >> 32);
  }
}

// `print` has nowhere to go.
int putchar(int character) { return character; }
