extension Topic {
  static var rules: Topic {
    Topic(
      name: "rules", summary: "",
      page: #"""
        """#)
  }
}
