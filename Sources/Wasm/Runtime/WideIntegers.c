// The 128-bit operations that the compiler calls and that a compiler's runtime library would bring.
//
// They are written with 64-bit operations only, so that none is compiled into a call of itself.

#include <stdint.h>

typedef __int128 Signed;
typedef unsigned __int128 Unsigned;

typedef union {
  Unsigned all;
  struct {
    uint64_t low, high;
  } half;
} Wide;

static const uint64_t lower = 0xFFFFFFFF;

// Also what a checked 64-bit multiplication becomes.
Signed __multi3(Signed left, Signed right) {
  Wide a = {.all = (Unsigned)left};
  Wide b = {.all = (Unsigned)right};
  uint64_t al = a.half.low & lower, ah = a.half.low >> 32;
  uint64_t bl = b.half.low & lower, bh = b.half.low >> 32;
  uint64_t ll = al * bl, lh = al * bh, hl = ah * bl, hh = ah * bh;
  uint64_t middle = (ll >> 32) + (lh & lower) + (hl & lower);
  Wide product;
  product.half.low = (ll & lower) | (middle << 32);
  product.half.high = hh + (lh >> 32) + (hl >> 32) + (middle >> 32) + a.half.high * b.half.low + a.half.low * b.half.high;
  return (Signed)product.all;
}

// Divides two words by one; `high` is less than `divisor`. Knuth, The Art of Computer Programming, 4.3.1, algorithm D.
static uint64_t divide_words(uint64_t high, uint64_t low, uint64_t divisor, uint64_t *remainder) {
  const uint64_t base = lower + 1;
  int shift = __builtin_clzll(divisor);
  divisor <<= shift;
  uint64_t dh = divisor >> 32, dl = divisor & lower;
  uint64_t upper = shift ? (high << shift) | (low >> (64 - shift)) : high;
  low <<= shift;
  uint64_t n1 = low >> 32, n0 = low & lower;
  uint64_t q1 = upper / dh, rest = upper - q1 * dh;
  while (q1 >= base || q1 * dl > base * rest + n1) {
    q1--;
    rest += dh;
    if (rest >= base) break;
  }
  uint64_t middle = upper * base + n1 - q1 * divisor;
  uint64_t q0 = middle / dh;
  rest = middle - q0 * dh;
  while (q0 >= base || q0 * dl > base * rest + n0) {
    q0--;
    rest += dh;
    if (rest >= base) break;
  }
  *remainder = (middle * base + n0 - q0 * divisor) >> shift;
  return q1 * base + q0;
}

static Unsigned divide(Unsigned dividend, Unsigned divisor, Unsigned *remainder) {
  Wide a = {.all = dividend};
  Wide b = {.all = divisor};
  Wide quotient;
  if (b.half.high == 0) {
    if (b.half.low == 0) __builtin_trap();
    Wide rest = {.all = 0};
    quotient.half.high = a.half.high / b.half.low;
    quotient.half.low = divide_words(a.half.high % b.half.low, a.half.low, b.half.low, &rest.half.low);
    *remainder = rest.all;
    return quotient.all;
  }
  if (dividend < divisor) {
    *remainder = dividend;
    return 0;
  }
  // Both have a high half here, so the quotient fits in one word, and a shift and a comparison a bit are few.
  int shift = __builtin_clzll(b.half.high) - __builtin_clzll(a.half.high);
  if (shift) {
    b.half.high = (b.half.high << shift) | (b.half.low >> (64 - shift));
    b.half.low <<= shift;
  }
  quotient.all = 0;
  for (; shift >= 0; shift--) {
    quotient.half.low <<= 1;
    if (a.all >= b.all) {
      a.all -= b.all;
      quotient.half.low |= 1;
    }
    b.half.low = (b.half.low >> 1) | (b.half.high << 63);
    b.half.high >>= 1;
  }
  *remainder = a.all;
  return quotient.all;
}

static Unsigned magnitude(Signed value) { return value < 0 ? -(Unsigned)value : (Unsigned)value; }

Unsigned __udivti3(Unsigned dividend, Unsigned divisor) {
  Unsigned remainder;
  return divide(dividend, divisor, &remainder);
}

Unsigned __umodti3(Unsigned dividend, Unsigned divisor) {
  Unsigned remainder;
  divide(dividend, divisor, &remainder);
  return remainder;
}

Signed __divti3(Signed dividend, Signed divisor) {
  Unsigned remainder;
  Unsigned quotient = divide(magnitude(dividend), magnitude(divisor), &remainder);
  return (Signed)((dividend < 0) != (divisor < 0) ? -quotient : quotient);
}

Signed __modti3(Signed dividend, Signed divisor) {
  Unsigned remainder;
  divide(magnitude(dividend), magnitude(divisor), &remainder);
  return (Signed)(dividend < 0 ? -remainder : remainder);
}

Unsigned __ashlti3(Unsigned value, int count) {
  Wide from = {.all = value};
  if (count == 0) return value;
  Wide to;
  to.half.low = count < 64 ? from.half.low << count : 0;
  to.half.high = count < 64 ? (from.half.high << count) | (from.half.low >> (64 - count)) : from.half.low << (count - 64);
  return to.all;
}

Unsigned __lshrti3(Unsigned value, int count) {
  Wide from = {.all = value};
  if (count == 0) return value;
  Wide to;
  to.half.high = count < 64 ? from.half.high >> count : 0;
  to.half.low = count < 64 ? (from.half.low >> count) | (from.half.high << (64 - count)) : from.half.high >> (count - 64);
  return to.all;
}

Signed __ashrti3(Signed value, int count) {
  Wide from = {.all = (Unsigned)value};
  if (count == 0) return value;
  int64_t high = (int64_t)from.half.high;
  Wide to;
  to.half.high = (uint64_t)(high >> (count < 64 ? count : 63));
  to.half.low =
      count < 64 ? (from.half.low >> count) | (from.half.high << (64 - count)) : (uint64_t)(high >> (count - 64));
  return (Signed)to.all;
}
