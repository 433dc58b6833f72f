extension Topic {
  static var status: Topic {
    Topic(
      name: "status", summary: "",
      page: #"""
        """#)
  }
}
