// What the hardware allows: reads the invoices of the workload, chooses an action for each by rules that it loads when it
// starts, and writes the choices. It checks nothing, knows no quotes and reads no other columns: a bound, not a model.
//
//   recoup-bound RULES INVOICES CHOICES THREADS
//
// For each fact the values at which a condition turns are sorted; between two of them the same rules can hold, a mask of
// bits. The rules that hold are those in the masks of all facts.

#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FACTS = 12, ACTIONS = 10, MOST_RULES = 64, DISPUTE = 5, AMOUNT = 1, DISPUTES = 8, MOST_POINTS = 40 };

// --- The rules -------------------------------------------------------------------------------------------------------

typedef struct { int fact, is_mask; int64_t low, high; } Condition;
typedef struct { int action, forbids, points, count; Condition conditions[4]; } Rule;
typedef struct { int count; int64_t breaks[64]; uint64_t masks[65]; } Axis;

static Rule rules[MOST_RULES];
static int rule_count;
static char names[ACTIONS][64];
static int name_lengths[ACTIONS], base[ACTIONS], chances[2 * MOST_POINTS + 1];
static int64_t kept[ACTIONS], costs[ACTIONS];
static uint64_t forbidding[ACTIONS];
static Axis axes[FACTS];

static void fail(const char *what) {
  fprintf(stderr, "recoup-bound: %s\n", what);
  exit(1);
}

static void read_rules(const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) fail("cannot read the rules");
  char line[4096];
  int actions = 0;
  while (fgets(line, sizeof line, file)) {
    int at = 0, read = 0;
    if (line[0] == 'A') {
      long points, fee, cost;
      if (actions == ACTIONS || sscanf(line, "A %63s %ld %ld %ld", names[actions], &points, &fee, &cost) != 4) fail(line);
      name_lengths[actions] = (int)strlen(names[actions]);
      base[actions] = (int)points;
      kept[actions] = 10000 - fee;
      costs[actions++] = cost;
    } else if (line[0] == 'R') {
      Rule *rule = &rules[rule_count];
      char points[16];
      if (rule_count++ == MOST_RULES) fail("too many rules");
      if (sscanf(line, "R %d %15s %d%n", &rule->action, points, &rule->count, &at) != 3 || rule->count > 4) fail(line);
      rule->forbids = points[0] == 'F';
      rule->points = rule->forbids ? 0 : atoi(points);
      for (int i = 0; i < rule->count; i++, at += read) {
        Condition *condition = &rule->conditions[i];
        char kind;
        long low, high;
        if (sscanf(line + at, "%d %c %ld %ld%n", &condition->fact, &kind, &low, &high, &read) != 4) fail(line);
        condition->is_mask = kind == 'M';
        condition->low = low;
        condition->high = high;
      }
    } else if (line[0] == 'P') {
      at = 1;
      for (int i = 0; i <= 2 * MOST_POINTS; i++, at += read)
        if (sscanf(line + at, "%d%n", &chances[i], &read) != 1) fail(line);
    }
  }
  fclose(file);
}

static void add_break(Axis *axis, int64_t value) {
  const int64_t far = 1LL << 61;
  if (value < -far || value > far) return;
  int at = 0;
  while (at < axis->count && axis->breaks[at] < value) at++;
  if (at < axis->count && axis->breaks[at] == value) return;
  memmove(axis->breaks + at + 1, axis->breaks + at, (size_t)(axis->count - at) * sizeof value);
  axis->breaks[at] = value;
  axis->count++;
}

static int holds(const Condition *condition, int64_t value) {
  return condition->is_mask ? (int)(condition->low >> value & 1) : value >= condition->low && value <= condition->high;
}

static void prepare(void) {
  for (int fact = 0; fact < FACTS; fact++) {
    Axis *axis = &axes[fact];
    if (fact == DISPUTE)
      for (int word = 1; word < DISPUTES; word++) add_break(axis, word);
    for (int i = 0; i < rule_count; i++)
      for (int j = 0; j < rules[i].count; j++) {
        const Condition *condition = &rules[i].conditions[j];
        if (condition->fact != fact || condition->is_mask) continue;
        add_break(axis, condition->low);
        add_break(axis, condition->high + 1);
      }
    for (int row = 0; row <= axis->count; row++) {
      int64_t value = row ? axis->breaks[row - 1] : fact == DISPUTE ? 0 : -(1LL << 60);
      uint64_t mask = 0;
      for (int i = 0; i < rule_count; i++) {
        int all = 1;
        for (int j = 0; j < rules[i].count; j++)
          if (rules[i].conditions[j].fact == fact && !holds(&rules[i].conditions[j], value)) all = 0;
        if (all) mask |= 1ull << i;
      }
      axis->masks[row] = mask;
    }
  }
  for (int i = 0; i < rule_count; i++)
    if (rules[i].forbids) forbidding[rules[i].action] |= 1ull << i;
}

// --- A decision ------------------------------------------------------------------------------------------------------

typedef struct { int action, points, chance; int64_t net; } Choice;

static inline Choice choose(const int64_t *facts) {
  uint64_t fired = ~0ull;
  for (int fact = 0; fact < FACTS; fact++) {
    const Axis *axis = &axes[fact];
    int row = 0;
    for (int i = 0; i < axis->count; i++) row += facts[fact] >= axis->breaks[i];
    fired &= axis->masks[row];
  }
  int points[ACTIONS], forbidden[ACTIONS];
  memcpy(points, base, sizeof points);
  for (int i = 0; i < ACTIONS; i++) forbidden[i] = (fired & forbidding[i]) != 0;
  for (; fired; fired &= fired - 1) {
    const Rule *rule = &rules[__builtin_ctzll(fired)];
    points[rule->action] += rule->points;
  }
  Choice best = {-1, 0, 0, 0};
  for (int i = 0; i < ACTIONS; i++) {
    if (forbidden[i]) continue;
    int clamped = points[i] < -MOST_POINTS ? -MOST_POINTS : points[i] > MOST_POINTS ? MOST_POINTS : points[i];
    int chance = chances[clamped + MOST_POINTS];
    int64_t net = (int64_t)chance * facts[AMOUNT] * kept[i] / 100000000 - costs[i];
    if (best.action < 0 || net > best.net) best = (Choice){i, points[i], chance, net};
  }
  return best;
}

// --- Lines -----------------------------------------------------------------------------------------------------------

static inline const char *read_number(const char *in, int64_t *number) {
  int negative = *in == '-';
  int64_t value = 0;
  for (in += negative; (unsigned)(*in - '0') < 10; in++) value = value * 10 + (*in - '0');
  *number = negative ? -value : value;
  return in + 1;
}

static inline const char *skip_cell(const char *in) {
  while (*in != ',') in++;
  return in + 1;
}

// Words are told apart by their lengths and first letters.
static inline int read_dispute(const char *in, long length) {
  switch (length) {
    case 4: return 0;
    case 5: return *in == 'p' ? 1 : *in == 's' ? 6 : 7;
    case 7: return 2;
    case 8: return *in == 'q' ? 3 : 4;
    default: return 5;
  }
}

static inline const char *read_line(const char *in, int64_t *facts, const char **id, long *id_length) {
  *id = in;
  in = skip_cell(in);
  *id_length = in - *id - 1;
  in = skip_cell(skip_cell(in));
  in = read_number(in, &facts[0]);
  in = read_number(in, &facts[1]);
  facts[2] = (in[0] - '0') * 100 + (in[2] - '0') * 10 + (in[3] - '0');
  in = read_number(in + 5, &facts[3]);
  in = read_number(in, &facts[4]);
  const char *dispute = in;
  in = skip_cell(in);
  facts[5] = read_dispute(dispute, in - dispute - 1);
  for (int fact = 6; fact < 9; fact++) {
    facts[fact] = *in == 't';
    in += facts[fact] ? 5 : 6;
  }
  for (int fact = 9; fact < FACTS; fact++) in = read_number(in, &facts[fact]);
  return in;
}

static inline char *write_number(char *out, int64_t number) {
  char digits[24];
  int count = 0;
  if (number < 0) {
    *out++ = '-';
    number = -number;
  }
  do digits[count++] = (char)('0' + number % 10);
  while (number /= 10);
  while (count) *out++ = digits[--count];
  return out;
}

static inline char *write_choice(char *out, const char *id, long id_length, Choice choice) {
  memcpy(out, id, (size_t)id_length);
  out += id_length;
  *out++ = ',';
  memcpy(out, names[choice.action], (size_t)name_lengths[choice.action]);
  out += name_lengths[choice.action];
  *out++ = ',';
  out = write_number(out, choice.points);
  *out++ = ',';
  out = write_number(out, choice.chance);
  *out++ = ',';
  out = write_number(out, choice.net);
  *out++ = '\n';
  return out;
}

// --- Blocks ----------------------------------------------------------------------------------------------------------

enum { BLOCK = 1 << 20, SLACK = 4096 };
static int input, output, threads;
static off_t body;
static long blocks;
static atomic_long turn;

static void write_all(const char *bytes, const char *end) {
  while (bytes < end) {
    ssize_t count = write(output, bytes, (size_t)(end - bytes));
    if (count <= 0) fail("cannot write");
    bytes += count;
  }
}

// A block is all lines that begin in it; blocks are written in their order.
static void *work(void *first) {
  char *in = malloc(BLOCK + SLACK + 1), *out = malloc(BLOCK * 2);
  if (!in || !out) fail("no memory");
  for (long block = (long)first; block < blocks; block += threads) {
    off_t start = body + (off_t)block * BLOCK, from = block ? start - 1 : start;
    ssize_t size = pread(input, in, BLOCK + SLACK, from);
    if (size < 0) fail("cannot read the invoices");
    in[size] = 0;
    const char *at = in, *end = in + size, *limit = in + (start - from) + BLOCK;
    if (block) {
      at = memchr(in, '\n', (size_t)size);
      at = at ? at + 1 : end;
    }
    char *to = out;
    while (at < limit && at < end) {
      int64_t facts[FACTS];
      const char *id;
      long id_length;
      at = read_line(at, facts, &id, &id_length);
      to = write_choice(to, id, id_length, choose(facts));
    }
    while (atomic_load_explicit(&turn, memory_order_acquire) != block) sched_yield();
    write_all(out, to);
    atomic_store_explicit(&turn, block + 1, memory_order_release);
  }
  free(in);
  free(out);
  return 0;
}

int main(int count, char **arguments) {
  if (count != 5) fail("expected RULES INVOICES CHOICES THREADS");
  read_rules(arguments[1]);
  prepare();
  input = open(arguments[2], O_RDONLY);
  output = open(arguments[3], O_WRONLY | O_CREAT | O_TRUNC, 0644);
  threads = atoi(arguments[4]);
  struct stat status;
  char head[4096];
  if (input < 0 || output < 0 || fstat(input, &status) != 0) fail("cannot open the invoices or the choices");
  if (threads < 1 || threads > 64) fail("expected 1 to 64 threads");
  ssize_t size = pread(input, head, sizeof head, 0);
  const char *line_end = size > 0 ? memchr(head, '\n', (size_t)size) : 0;
  if (!line_end) fail("the invoices have no header");
  body = line_end - head + 1;
  const char header[] = "invoice_id,action,points,p_bp,net_cents\n";
  write_all(header, header + sizeof header - 1);
  blocks = (status.st_size - body + BLOCK - 1) / BLOCK;
  pthread_t others[64];
  for (long i = 1; i < threads; i++)
    if (pthread_create(&others[i], 0, work, (void *)i) != 0) fail("no thread");
  work(0);
  for (int i = 1; i < threads; i++) pthread_join(others[i], 0);
  return 0;
}
