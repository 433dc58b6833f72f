extension Topic {
  static var files: Topic {
    Topic(
      name: "files", summary: "",
      page: #"""
        """#)
  }
}
