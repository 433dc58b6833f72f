import RecoupLedger

/// The numbers of the invoices in the folder that `--in` names, or in the current one, for the shells to offer; none
/// where they cannot be read.
func invoiceNumbers(_ arguments: Arguments, _ world: World) -> [String] {
  var quiet = world
  quiet.complain = { _ in }
  guard let book = try? RulesChoice(world: quiet).usable(arguments).book,
    let ledger = try? Folder(arguments, quiet).read(book).ledger
  else { return [] }
  return ledger.invoices.map { $0.name }
}
