import RecoupTesting
import RecoupWire
import Testing

/// What the columns of a table may be.
@Suite struct TableColumnTests {
  private func problem(_ names: [String], set: [(String, String)] = []) throws -> String? {
    let book = try WireBook.book()
    var run = RunValues(book)
    for (name, value) in set { try run.set(name, to: value, in: book) }
    do {
      _ = try TableColumns(names, book, run)
      return nil
    } catch {
      return error.message
    }
  }

  @Test(arguments: [
    (["id"], "there is no column `amount`, and there is no advice without it; `--set amount=…` gives it to all rows"),
    (
      ["amount"],
      "there is no column `days_overdue`, and there is no advice without it; `--set days_overdue=…` gives it to all rows"
    ),
    (["amount", "days_overdue", "Amount "], "there are two columns `amount`"),
    (["id", "amount", "days_overdue", "ID"], "there are two columns `id`"),
    (
      ["amount", "days_overdue", "plan.days_ago"], "there is a column `plan.days_ago`, but none `plan.times`"
    ),
    (["amount", "days_overdue", "plan.times", "PLAN.TIMES"], "there are two columns `plan.times`"),
    (["amount", "days_overdue", "pending", "pending"], "there are two columns `pending`"),
  ]) func whatCannotBe(_ names: [String], _ message: String) throws {
    #expect(try problem(names) == message)
  }

  @Test func whatMayBe() throws {
    #expect(try problem(["amount", "days_overdue", "x", "x", "", ""]) == nil)
    #expect(try problem(["amount", "days_overdue", "plan.times"]) == nil)
    #expect(try problem([], set: [("amount", "1"), ("days_overdue", "1")]) == nil)
    #expect(try problem(["amount"], set: [("amount", "1"), ("days_overdue", "1")]) == nil)
  }

  @Test func whatIsIgnoredIsTold() throws {
    let book = try WireBook.book()
    let columns = try TableColumns(
      ["amount", "days_overdue", "reasn", "Hour", "", "zzz", "reminder.time"], book, RunValues(book))
    #expect(
      columns.remarks == [
        "the column `reasn` is ignored: the rules have no such fact; did you mean `reason`?",
        "the column `Hour` is ignored: the rules have no such fact",
        "a column without a name is ignored",
        "the column `zzz` is ignored: the rules have no such fact",
        "the column `reminder.time` is ignored: the rules have no such fact; did you mean `reminder.times`?",
      ])
    #expect(
      try TableColumns(["amount", "days_overdue", "hour"], book, RunValues(book)).remarks == [
        "the column `hour` is ignored: it is a setting, which `--set hour=…` gives to all rows"
      ])
  }

  @Test func aHeaderThatCannotBeRead() throws {
    let book = try WireBook.book()
    #expect(throws: TableColumns.Problem.self) {
      try TableColumns(header: Array("id,\"amount\n".utf8)[...], TableFormat(), book, RunValues(book))
    }
  }
}
