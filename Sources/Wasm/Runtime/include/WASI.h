#pragma once
// The part of WASI, preview 1, that the module imports: standard input, standard output, and the end.

#include <stddef.h>
#include <stdint.h>

/// A stretch of memory to read into or to write out.
typedef struct {
  uint8_t *_Nullable start;
  size_t count;
} WASIStretch;

#define WASI(name) __attribute__((import_module("wasi_snapshot_preview1"), import_name(#name)))

/// Reads what is there, at most `stretches`, and says how many bytes that were; 0 bytes are the end. Returns 0, or why it could not.
WASI(fd_read)
int32_t wasi_fd_read(
    int32_t file, const WASIStretch *_Nonnull stretches, size_t count, size_t *_Nonnull done);

/// Writes some of `stretches`, and says how many bytes that were. Returns 0, or why it could not.
WASI(fd_write)
int32_t wasi_fd_write(
    int32_t file, const WASIStretch *_Nonnull stretches, size_t count, size_t *_Nonnull done);

/// Ends the program.
WASI(proc_exit)
_Noreturn void wasi_proc_exit(int32_t status);
