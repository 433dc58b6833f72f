"""Other tools on the workload of this folder's neighbour, by their own means: the same choices from the same rules.

peers.py duckdb|polars|zen|clips RULES INVOICES CHOICES THREADS

DuckDB and polars read and write whole files. ZEN and CLIPS are asked row by row, as they are made to be, by Python."""

import csv
import itertools
import sys

FACTS = [
    "days_overdue", "amount_cents", "client_on_time_ratio", "client_invoices", "client_broken_promises", "dispute",
    "contract", "delivery_proof", "ongoing_service", "last_contact_days", "reminders_sent", "client_annual_revenue_cents",
]
DISPUTES = ["none", "price", "quality", "quantity", "delivery", "duplicate", "scope", "fraud"]
HEADER = ["invoice_id", "action", "points", "p_bp", "net_cents"]
AMOUNT, RATIO, DISPUTE, TRUTHS = 1, 2, 5, (6, 7, 8)
MOST_POINTS = 40
FAR = 1 << 61


class Rules:
    def __init__(self, path):
        self.actions, self.rules, self.chances = [], [], []
        for line in open(path):
            kind, *parts = line.split()
            if kind == "A":
                self.actions.append((parts[0], *map(int, parts[1:])))
            elif kind == "R":
                points = None if parts[1] == "F" else int(parts[1])
                cells = parts[3:]
                conditions = [
                    (int(cells[i]), cells[i + 1], int(cells[i + 2]), int(cells[i + 3])) for i in range(0, len(cells), 4)
                ]
                self.rules.append((int(parts[0]), points, conditions))
            elif kind == "P":
                self.chances = [int(part) for part in parts]

    def choose(self, points, forbidden, amount):
        best = None
        for index, (name, _, fee, cost) in enumerate(self.actions):
            if forbidden[index]:
                continue
            chance = self.chances[max(-MOST_POINTS, min(MOST_POINTS, points[index])) + MOST_POINTS]
            net = chance * amount * (10000 - fee) // 100000000 - cost
            if best is None or net > best[3]:
                best = (name, points[index], chance, net)
        return best


def words(mask):
    return [word for index, word in enumerate(DISPUTES) if mask >> index & 1]


# --- DuckDB ----------------------------------------------------------------------------------------------------------


def sql_condition(condition):
    fact, kind, low, high = condition
    if kind == "M":
        return "f5 IN (" + ", ".join(f"'{word}'" for word in words(low)) + ")"
    if fact in TRUTHS:
        return f"f{fact}" if low == 1 else f"NOT f{fact}"
    ends = ([f"f{fact} >= {low}"] if low > -FAR else []) + ([f"f{fact} <= {high}"] if high < FAR else [])
    return " AND ".join(ends)


def duckdb(rules, invoices, choices, threads):
    import duckdb as engine

    def when(conditions):
        return " AND ".join(f"({sql_condition(condition)})" for condition in conditions)

    points, nets = [], []
    for index, (_, base, fee, cost) in enumerate(rules.actions):
        own = [(points, conditions) for action, points, conditions in rules.rules if action == index]
        sums = [f"CASE WHEN {when(conditions)} THEN {add} ELSE 0 END" for add, conditions in own if add is not None]
        bans = [when(conditions) for add, conditions in own if add is None]
        points.append(" + ".join([str(base)] + sums) + f" AS s{index}")
        points.append((" OR ".join(f"({ban})" for ban in bans) or "false") + f" AS b{index}")
        chance = f"({rules.chances}::INT[])[greatest(-40, least(40, s{index})) + 41]"
        nets.append(f"{chance} AS p{index}")
        nets.append(f"CASE WHEN b{index} THEN NULL ELSE {chance}::BIGINT * f1 * {10000 - fee} // 100000000 - {cost} END AS n{index}")
    count = range(len(rules.actions))
    columns = {"invoice_id": "VARCHAR", "client": "VARCHAR", "currency": "VARCHAR"}
    for index, name in enumerate(FACTS):
        columns[name] = "VARCHAR" if index == DISPUTE else "BOOLEAN" if index in TRUTHS else "BIGINT"
    columns["client_on_time_ratio"] = "DECIMAL(3,2)"
    facts = ", ".join(
        (f"CAST({name} * 100 AS INT)" if index == RATIO else name) + f" AS f{index}" for index, name in enumerate(FACTS)
    )

    def chosen(prefix):
        return "CASE best " + " ".join(f"WHEN {i} THEN {prefix}{i}" for i in count) + " END"

    names = "CASE best " + " ".join(f"WHEN {i} THEN '{rules.actions[i][0]}'" for i in count) + " END"
    # The first of those that bring as much as the most.
    best = "CASE greatest(" + ", ".join(f"n{i}" for i in count) + ") " + " ".join(f"WHEN n{i} THEN {i}" for i in count) + " END"
    connection = engine.connect()
    connection.execute(f"SET threads = {threads}")
    connection.execute(
        f"""COPY (
          WITH read AS (SELECT invoice_id, {facts} FROM read_csv('{invoices}', header = true, columns = {columns})),
          scored AS (SELECT invoice_id, f1, {", ".join(points)} FROM read),
          valued AS (SELECT *, {", ".join(nets)} FROM scored),
          decided AS (SELECT *, {best} AS best FROM valued)
          SELECT invoice_id, {names} AS action, {chosen("s")} AS points, {chosen("p")} AS p_bp, {chosen("n")} AS net_cents
          FROM decided
        ) TO '{choices}' (HEADER, DELIMITER ',')"""
    )


# --- polars ----------------------------------------------------------------------------------------------------------


def polars(rules, invoices, choices, threads):
    import os

    os.environ["POLARS_MAX_THREADS"] = threads
    import polars as pl

    def holds(condition):
        fact, kind, low, high = condition
        value = pl.col(FACTS[fact])
        if kind == "M":
            return value.is_in(words(low))
        if fact in TRUTHS:
            return value if low == 1 else ~value
        ends = ([value >= low] if low > -FAR else []) + ([value <= high] if high < FAR else [])
        return pl.all_horizontal(ends)

    count = len(rules.actions)
    chances = pl.lit(pl.Series(rules.chances, dtype=pl.Int64))
    scores, chance_columns, nets = [], [], []
    for index, (_, base, fee, cost) in enumerate(rules.actions):
        own = [(add, pl.all_horizontal([holds(c) for c in conditions])) for action, add, conditions in rules.rules if action == index]
        score = pl.lit(base, pl.Int32)
        for add, condition in own:
            if add is not None:
                score = score + condition.cast(pl.Int32) * add
        bans = [condition for add, condition in own if add is None]
        scores += [score.alias(f"s{index}"), (pl.any_horizontal(bans) if bans else pl.lit(False)).alias(f"b{index}")]
        chance_columns.append(chances.gather(pl.col(f"s{index}").clip(-MOST_POINTS, MOST_POINTS) + MOST_POINTS).alias(f"p{index}"))
        net = pl.col(f"p{index}") * pl.col("amount_cents") * (10000 - fee) // 100000000 - cost
        nets.append(pl.when(pl.col(f"b{index}")).then(None).otherwise(net).alias(f"n{index}"))
    most = pl.max_horizontal([f"n{index}" for index in range(count)])

    def chosen(value):
        expression = pl.lit(None)
        for index in reversed(range(count)):
            expression = pl.when(pl.col(f"n{index}") == pl.col("most")).then(value(index)).otherwise(expression)
        return expression

    schema = {"client_on_time_ratio": pl.Float64}
    (
        pl.scan_csv(invoices, schema_overrides=schema)
        .with_columns((pl.col("client_on_time_ratio") * 100).round().cast(pl.Int64))
        .select("invoice_id", "amount_cents", *scores)
        .with_columns(chance_columns)
        .with_columns(nets)
        .with_columns(most.alias("most"))
        .select(
            "invoice_id",
            chosen(lambda index: pl.lit(rules.actions[index][0])).alias("action"),
            chosen(lambda index: pl.col(f"s{index}")).alias("points"),
            chosen(lambda index: pl.col(f"p{index}")).alias("p_bp"),
            pl.col("most").alias("net_cents"),
        )
        .sink_csv(choices)
    )


# --- Row by row ------------------------------------------------------------------------------------------------------


def by_rows(rules, invoices, choices, fired):
    """`fired` tells which rules hold for the facts of a row; to add up their points is a loop here."""
    with open(invoices) as lines, open(choices, "w") as out:
        reader = csv.reader(lines)
        next(reader)
        out.write(",".join(HEADER) + "\n")
        for row in reader:
            facts = row[3:]
            facts[RATIO] = int(facts[RATIO][0]) * 100 + int(facts[RATIO][2:4])
            facts = [
                cell if index == DISPUTE else cell == "true" if index in TRUTHS else int(cell)
                for index, cell in enumerate(facts)
            ]
            points = [action[1] for action in rules.actions]
            forbidden = [False] * len(rules.actions)
            for action, add, _ in map(rules.rules.__getitem__, fired(facts)):
                if add is None:
                    forbidden[action] = True
                else:
                    points[action] += add
            out.write(",".join(map(str, (row[0], *rules.choose(points, forbidden, facts[AMOUNT])))) + "\n")


def zen(rules, invoices, choices, threads):
    import json

    import zen as engine

    def cell(conditions, fact):
        own = [condition for condition in conditions if condition[0] == fact]
        if not own:
            return ""
        if own[0][1] == "M":
            return ", ".join(f'"{word}"' for word in words(own[0][2]))
        if fact in TRUTHS:
            return "true" if own[0][2] == 1 else "false"
        low, high = max(c[2] for c in own), min(c[3] for c in own)
        if low <= -FAR:
            return f"<= {high}"
        return f">= {low}" if high >= FAR else f"[{low}..{high}]"

    inputs = [{"id": f"i{index}", "name": name, "field": name} for index, name in enumerate(FACTS)]
    table = {
        "hitPolicy": "collect", "inputs": inputs, "outputs": [{"id": "o", "name": "rule", "field": "rule"}],
        "rules": [
            {"_id": f"r{index}", "o": str(index)} | {f"i{fact}": cell(conditions, fact) for fact in range(len(FACTS))}
            for index, (_, _, conditions) in enumerate(rules.rules)
        ],
    }
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode", "position": {"x": 0, "y": 0}},
        {"id": "table", "name": "table", "type": "decisionTableNode", "content": table, "position": {"x": 1, "y": 0}},
        {"id": "out", "name": "out", "type": "outputNode", "position": {"x": 2, "y": 0}},
    ]
    edges = [
        {"id": "a", "type": "edge", "sourceId": "in", "targetId": "table"},
        {"id": "b", "type": "edge", "sourceId": "table", "targetId": "out"},
    ]
    decision = engine.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))

    def fired(facts):
        found = decision.evaluate(dict(zip(FACTS, facts)))["result"]
        return [hit["rule"] for hit in found] if isinstance(found, list) else []

    by_rows(rules, invoices, choices, fired)


def clips(rules, invoices, choices, threads):
    import clips as engine

    def pattern(index, conditions):
        by_fact = {}
        for fact, group in itertools.groupby(sorted(conditions), key=lambda condition: condition[0]):
            tests = []
            for _, kind, low, high in group:
                if kind == "M":
                    by_fact[fact] = "|".join(words(low))
                elif fact in TRUTHS:
                    by_fact[fact] = "TRUE" if low == 1 else "FALSE"
                else:
                    tests += [f":(>= ?x{fact} {low})"] if low > -FAR else []
                    tests += [f":(<= ?x{fact} {high})"] if high < FAR else []
            if tests:
                by_fact[fact] = f"?x{fact}&" + "&".join(tests)
        slots = " ".join(f"(f{fact} {test})" for fact, test in by_fact.items())
        return f"(defrule r{index} (invoice {slots}) => (bind ?*fired* (create$ ?*fired* {index})))"

    slots = " ".join(f"(slot f{fact})" for fact in range(len(FACTS)))

    def environment():
        made = engine.Environment()
        made.build("(defglobal ?*fired* = (create$))")
        made.build(f"(deftemplate invoice {slots})")
        for index, (_, _, conditions) in enumerate(rules.rules):
            made.build(pattern(index, conditions))
        return made, made.find_template("invoice"), made.find_global("fired")

    made = None
    count = 0

    def fired(facts):
        nonlocal made, count
        # What Python holds of the facts that went before slows CLIPS down more and more: it begins anew now and then.
        if count % 1000 == 0:
            made = environment()
        count += 1
        inference, template, gathered = made
        gathered.value = ()
        cells = {f"f{fact}": engine.Symbol(cell) if fact == DISPUTE else cell for fact, cell in enumerate(facts)}
        invoice = template.assert_fact(**cells)
        inference.run()
        found = gathered.value
        invoice.retract()
        return found

    by_rows(rules, invoices, choices, fired)


if __name__ == "__main__":
    tool, rules_path, invoices_path, choices_path, thread_count = sys.argv[1:]
    tools = {"duckdb": duckdb, "polars": polars, "zen": zen, "clips": clips}
    tools[tool](Rules(rules_path), invoices_path, choices_path, thread_count)
