import Concerns
import Testing

@testable import Triage

/// What must be covered stands in braces, and nothing else may be.
struct StructuredIdentifiersTests {
    @Test(arguments: [
        "my number is {07700 900 461}", "txt me on {0 7 7 0 0 9 0 0 4 6 1} pls", "call {07700-900-461} after 5",
        "ring {(07700) 900461}", "mob {+44 7700 900461}", "{o77oo 9oo 461} is mums",
        "{oh double seven double oh nine double oh four six one} thats dads",
        "phone {zero seven seven zero zero nine zero zero four six one}", "tel {07700.900.461}",
        "on {٠٧٧٠٠ ٩٠٠ ٤٦١}", "شماره {۰۷۷۰۰۹۰۰۴۶۱}", "landline {0117 4960233}", "her number ends {461}",
        "it ends in {four six one}", "its {oh seven seven double oh nine hundred 461}",
    ]) func `a telephone number is covered however it is spaced, said or written`(marked: String) throws {
        try BracedWords.expectCovered(marked)
    }

    @Test(arguments: [
        "ring 999 or childline on 0800 1111", "text SHOUT to 85258", "call oh eight hundred one one one one",
        "i walked 10000 steps", "got 45000 followers", "£12000 wasted and 250 quid", "caseload of 32 and 118 children",
        "in 2019 and 2020 i had 6 moves", "section 20 and section 47", "it costs 15000 pounds", "the 18th time",
        "i am 16 and my review is on 14 march 2026", "i moved here in 2021 when i was 12", "meeting on 3 june at 4pm",
    ]) func `numbers that anybody knows, sums, counts and other dates stay`(text: String) throws {
        try BracedWords.expectCovered(text)
    }

    @Test(arguments: [
        "email {kofi.b99@mail.example}", "{kofi99 at gmail dot com}",
        "its {kofi at hotmail co uk}", "{ruth dot owusu at students.fenland.example}", "{kofi @ mail.example} is mine",
        "write to {front.desk at fen-care dot example}",
    ]) func `an address is covered when it is said or broken up`(marked: String) throws {
        try BracedWords.expectCovered(marked)
    }

    @Test(arguments: [
        "dob {14/03/2009}", "dob {14.3.09}", "born {14th march 2009}", "born on {the fourteenth of march 2009}",
        "date of birth {the ninth of november 2006}", "my birthday is {xmas eve}", "bday {halloween}",
        "she turns 18 on {March 12th}", "i turn 18 on {the 6th of feb}", "turned 17 in {march (the 30th)}",
        "her birthdays {the 21st}", "born {fifteenth of the second 2004}", "dob {three-eleven-oh-four}",
        "born {4 nëntor 2008}",
    ]) func `a birthday is covered in figures, in words and by its feast`(marked: String) throws {
        try BracedWords.expectCovered(marked)
    }

    @Test(arguments: [
        "the reg is {KN68 KZV}", "{kn68kzv}", "{k n 6 8 k z v} i wrote it down", "car reg {KN68 something}",
        "plate {KN 68 then KZV}", "reg ends {KZV}", "plate {kn.68.kzv}", "postcode {LN97 5WT}", "{ln97  5wt}",
        "{L N 9 7 5 W T} is where",
    ]) func `a mark or postcode is covered letter by letter and in part`(marked: String) throws {
        try BracedWords.expectCovered(marked)
    }

    @Test(arguments: [
        "case no {70031}", "My reference is {K 7714902}", "The letter says {TEN 00418 772} on top",
        "my ref is {CS/2024/00813}", "{COM55182} my complaint", "NHS {999 017 2264}",
        "NI {QQ 12 34 56 C}", "UPN {A123456789012}", "passport {123456789}", "sort code {99-04-11 account 31177420}",
        "card ending {2222}", "last four {2222}", "case {70031}, {70118} and {70264}",
        "prison no {A1234AB}", "home office ref {A1234567}", "NRM {2024/01182}", "there was {44127} on the letter",
    ]) func `a number of a case, a bank or an office is covered, in part and in a row`(marked: String) throws {
        try BracedWords.expectCovered(marked)
    }
}
