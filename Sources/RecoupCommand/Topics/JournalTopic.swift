extension Topic {
  static var journal: Topic {
    Topic(
      name: "journal", summary: "",
      page: #"""
        """#)
  }
}
