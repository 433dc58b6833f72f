import RecoupEditor
import RecoupReports

extension Command {
  static var languageServer: Command {
    Command(
      name: "lsp", usage: "[--stdio]", summary: "Serve an editor: mistakes as you type, meanings, completion",
      details: """
        Speaks the Language Server Protocol over standard input and output. In the
        editor you see mistakes and examples that fail while you type, and what a
        review finds when you open or save; you can ask what a name means, go to
        where it is declared, complete, rename and format; and above each action
        stands how it fares in an example of the file.

        Neovim, in init.lua:
          vim.filetype.add({ extension = { rules = "recoup" } })
          vim.api.nvim_create_autocmd("FileType", { pattern = "recoup",
            callback = function()
              vim.lsp.start({ name = "recoup", cmd = { "recoup", "lsp" } })
            end })
        Helix, in languages.toml:
          [language-server.recoup]
          command = "recoup"
          args = ["lsp"]
          [[language]]
          name = "recoup"
          scope = "source.recoup"
          file-types = ["rules"]
          comment-token = "#"
          language-servers = ["recoup"]
        Visual Studio Code: any extension that starts a language server by a command,
        with the command `recoup lsp` for files that end in `.rules`.
        The initialization option {"review": false} leaves the review out.
        """,
      options: [.init("--stdio", help: "Use standard input and output, as it always does")], mostArguments: 0,
      run: runLanguageServer)
  }

  private static func runLanguageServer(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    var server = LanguageServer(RulesChoice(world: world).editorFiles, today: world.today)
    while server.exitStatus == nil {
      let block: [UInt8]
      do {
        block = try world.readInput()
      } catch {
        throw Stop(.missingInput, "cannot read standard input: \(error.reason)")
      }
      // An editor that goes away without a word leaves nobody to serve.
      if block.isEmpty { return .findings }
      try world.put(server.feed(block))
      while server.hasWork { try world.put(server.work()) }
    }
    return server.exitStatus == 0 ? .fine : .findings
  }
}
