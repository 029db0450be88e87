/// The texts that pages say themselves: their keys in `pages.<language>.yaml`.
enum PageWord: String, CaseIterable {
    // Finding the way
    case skip, contents, lessons, languages, neighbours, previous, next, read, dark, light
    case glossary, glossaryLead
    // The head of a lesson
    case lesson, goals, minutes, outline
    case untranslated = "notice.untranslated"
    // A lesson that failed
    case failure, failureConsequence, failureWhat, failureWhere, failurePlace, failureRemedy, failureAdvice
    // Cells
    case figure, description, descriptionAndNumbers, numbers, rows, moreLines, csv, table, lessonReference
    case line, lines, code, output, copy, copied
    // The first code cell of a notebook
    case notebookNeeds
    case comparison, quantity, material, measured
    case enlarge, previousFigure, nextFigure, closeFigure
    case question, answer, answers, attempt
    case exercise, solution, sideNote
    case hint, hintNumber, level, reply, check, right, wrong, unclearNumber, nothingChosen, test
    // What an exercise's cell in a notebook asks for
    case notebookReply, notebookChoice
    // The edges of a page
    case notices, provenance
    // The search; the page's script puts in what stands in braces
    case search, noResult, results, moreResults, searchMissing
    // The gallery; the page's script puts in what stands in braces
    case gallery, galleryLead, gallerySearch, galleryLesson, galleryAll, galleryShown
    // A report that is being made
    case progress, reloads, stopped, again, secondsLeft, minutesLeft
    case waiting, earlier, computing, failed
    case pending, pendingText, unmade, unmadeText
}
