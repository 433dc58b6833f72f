import RecoupEngine
import RecoupRules

extension AdviceWords {
  /// An answer to a question as a person says it: `yes`, `under 80%`, `from 3 to under 5`, `whatever it is`.
  ///
  /// The first and the last of numbers have no other end, since what lies beyond was not looked at. Of the two ways to
  /// name an end, such as from 80 % and over 79.9999 %, the rounder number is named.
  ///
  /// - Parameter place: Which of the answers of the question.
  func answer(_ place: Int, of question: Question) -> String {
    let values = question.answers[place].values
    let fact = book.facts[question.fact]
    if values.lowerBound == values.upperBound { return value(values.lowerBound, of: question.fact) }
    let low = place == 0 ? nil : NumberEnd(values.lowerBound, beyond: values.lowerBound - 1, fact.type)
    let high =
      place == question.answers.count - 1 ? nil : NumberEnd(values.upperBound, beyond: values.upperBound + 1, fact.type)
    let (from, to) = (low.map { value($0.value, fact.type) } ?? "", high.map { value($0.value, fact.type) } ?? "")
    switch (low?.isIncluded, high?.isIncluded) {
    case (nil, nil): return say("whatever it is", "quelle que soit la réponse")
    case (nil, true?): return say("up to \(to)", "jusqu'à \(to)")
    case (nil, false?): return say("under \(to)", "moins de \(to)")
    case (true?, nil): return say("from \(from)", "à partir de \(from)")
    case (false?, nil): return say("over \(from)", "plus de \(from)")
    case (true?, true?): return say("from \(from) to \(to)", "de \(from) à \(to)")
    case (true?, false?): return say("from \(from) to under \(to)", "de \(from) à moins de \(to)")
    case (false?, true?): return say("over \(from), up to \(to)", "plus de \(from), jusqu'à \(to)")
    case (false?, false?): return say("over \(from), under \(to)", "plus de \(from), moins de \(to)")
    }
  }
}
