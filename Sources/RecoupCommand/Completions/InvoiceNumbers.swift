/// The numbers of the invoices in the folder that `--in` names, or in the current one, for the shells to offer; none
/// where they cannot be read.
func invoiceNumbers(_ arguments: Arguments, _ world: World) -> [String] { [] }
