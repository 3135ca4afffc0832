/// Why a person must look at a mail, or what was mended in it, where more than one reader says so.
enum Doubt {
    static let encrypted = "It is encrypted. Ask the sender, or open it where its key is."
    static let wrapped = "Its words are wrapped in a signature that is not opened here. Look at the source."
    static let partsUnclear = "Its parts cannot be told apart. Look at the source."
    static let overlong = "It is far longer than is taken unseen. Read it first."
    static let controls = "It holds characters that are no text. Look at the source."
    /// As the end of a sentence.
    static let directionMarks = "marks that turn the direction of writing were taken out"
}
