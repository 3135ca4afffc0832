import Concerns
import Testing

@testable import Triage

/// What is dictated, spelt out or said in pieces, and in other languages.
///
/// What must be covered stands in braces, and nothing else may be.
struct SaidAndSpeltTests {
    @Test(arguments: [
        "the reg was {kilo uniform six eight bravo victor tango}",
        "postcode {whiskey sierra nine seven four quebec xray}",
        "they said {romeo x-ray four two, delta hotel golf} twice", "{ls nine seven, four w t}",
        "we did the tango and then golf at school", "november was one of the worst",
    ]) func `letters by the telephone’s alphabet are a code, and words of it alone are none`(marked: String) throws {
        try BracedWords.expectCovered(marked)
    }

    @Test(arguments: [
        "{07700 then its 900 and the last bit is 461}", "call {07700 and then 900 and after that 4 6 1}",
        "{plus four four seven seven double oh nine hundred 461}", "ring {0161·496·0233}",
        "gọi {không bảy bảy không không chín không không bốn sáu một}", "ffonia {sero saith saith sero sero naw sero}",
        "nhs number\n{999\n017\n2264}", "the last bit is {4471}", "i have 2 then 3 and the last bit is 4 sweets",
        "the score was 7 then 8 and 9",
    ]) func `a number is covered over words, lines and languages`(marked: String) throws {
        try BracedWords.expectCovered(marked)
    }

    @Test(arguments: [
        "{kofi.b @ inkwell . example}", "{kofi at inkwell full stop example}",
        "{kofi kropka b małpa poczta kropka example}",
        "add me on snap its {lil dot moon dot 9}", "put a dot at the end of it", "he is at the full stop now",
    ]) func `an address or account that is read out is covered`(marked: String) throws {
        try BracedWords.expectCovered(marked)
    }

    @Test(arguments: [
        "my dob is {the ninth of tir thirteen eighty five}", "its {four slash nine slash oh eight}",
        "turning 18 {3rd may}", "bëj 18 vjeç më {4 tetor}", "urodziłam się {trzeciego maja dwa tysiące dziewiątego}",
        "fy ngeni ar {y trydydd o Fai dwy fil a naw}", "sinh {ngày ba tháng năm năm hai nghìn lẻ chín}",
        "i was born on {pancake day twenty eleven}", "we meet on 3rd may", "she said slash the tyres",
    ]) func `a day of birth is covered in words of other languages and calendars`(marked: String) throws {
        try BracedWords.expectCovered(marked)
    }

    @Test(arguments: [
        "cad was {2214 of 9th march}", "NRM number {KT/0912-1}", "registration {SW 90265} on her badge",
        "they have my oyster {0 6 3 5 9 2}", "grades 5 5 4 4 3",
        "our ref {NV-2231/K} of then", "born {3 Jan 06} at home, insurance {QQ 40 18 62 B}",
        "it costs £4,471,900", "11.44 an hour",
    ]) func `a reference keeps its day and its letters, and sums of money are none`(marked: String) throws {
        try BracedWords.expectCovered(marked)
    }

    @Test(arguments: [
        "im {p.r} and i am 10", "from {t.o.}", "at 9 a.m. i go", "e.g. the bus", "my d.o.b is on the form",
        "we live at {31 back rigg street}", "the shower at {14 Priory} is broken", "she is in {10R} and he is in {8GR}",
        "contact is in {dn99} now", "{13 Sparrow Close} is ours",
    ]) func `initials, house numbers and forms belong to whom they lead to`(marked: String) throws {
        try BracedWords.expectCovered(marked)
    }
}
