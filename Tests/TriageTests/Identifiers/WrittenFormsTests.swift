import Concerns
import Testing

@testable import Triage

/// Forms that children write, class by class.
///
/// What must be covered stands in braces, and nothing else may be.
struct WrittenFormsTests {
    @Test(arguments: [
        "postcode is {LN97 5WT}", "my postcode is {ln975wt}", "its {so97 oqq} if you need it", "postcode {bdi8 2qx}",
        "{W1A 0ZZ} is the office", "{ec97 4qq}", "post code {M97, 1ZZ}", "postcode {ln nine seven five w t}",
        "we live at {BS97\n4QW}", "live in {ws97}", "i moved to {NE98} last week", "he lives in the {LS97} area",
        "postcode starts with {LN97}", "postcode ends {4QX}", "{LN97/5WT} on the form", "postcode is {x97 4cc}",
        "i went on the m6 and the a38",
        "placed under s20 and then s47", "im in year 9 and do ks3", "at level 3 in b2 class",
    ]) func `a postcode is covered whole or in part, and a road or a class is none`(marked: String) throws {
        try BracedWords.expectCovered(marked)
    }

    @Test(arguments: [
        "the reg is {KN68 KZV}", "{kn68kzv} is the reg", "saw {kn 68 kzv} outside", "car reg {KN6O KZV}",
        "reg {knl8 kzv}", "plate {K123 LMN}", "its {k123lmn} the green one", "old car {KLM 123K}",
        "a van {H264 KTX} outside", "reg {AB 1234}", "number plate is {1234 AB}", "his plate {BOB 12}",
        "silver corsa {YK68 QXN} parked", "plate was {LN 21 ... V D J}", "reg {KN six eight KZV}",
        "black skoda {DX 98 KQW}", "reg starts {KN68}", "plate ends in {KZV}", "she is 16 and nice",
        "they went at 12 and the end was on 24 dec", "i am 15 yrs and got 50 quid", "my car is 5 yrs old",
        "bus 42a goes to the b12 tbh", "room 12 and flat 3", "his plate is {KU 97 then WFX}",
        "a van {kn 68 k z v} it was", "the reg begins {KU}", "he drives a {KN68KZ}",

    ]) func `a mark of any age is covered, and a sentence of the same shape stays`(marked: String) throws {
        try BracedWords.expectCovered(marked)
    }

    @Test(arguments: [
        "girl, {14/3/09}, in care", "me: f, {14.03.2009}", "{3rd of may 2010} is on my file",
        "the form says {3.3.91}.", "baby ({11/01/2025})", "my bday is {may 3}", "i turn 18 {tomorrow}",
        "b-day {14 march}",
        "i turn 16 on {the 4th june}", "my 16th is on {the 4th of june}", "born in {09}", "born {2009}",
        "im a {2009} baby", "im 16 on {the 4th of june}", "dob: {14-3-09}", "brithday {3rd may}",
        "the order was made on 12/03/2014", "review dated 14 march 2012", "children act 1989 section 20",
        "i have been here since 3/4/2016", "last meeting was 12.3.2015 and nobody came", "born 12 weeks early",
    ]) func `a day of birth is covered without a word for it, and the day of an event stays`(marked: String) throws {
        try BracedWords.expectCovered(marked)
    }

    @Test(arguments: [
        "my number is {07700 900 461}", "{07700, 900, 461}", "{07700 then 900461}", "{07700 ... 900461} call me",
        "{0 double 7 double 0 900 461}", "{oh seven seven hundred nine hundred four sixty one}",
        "mob {+447700900461}", "{0044 7700 900461}", "{(01632) 960 133}", "{01632-960133}", "ring {020 7946 0611}",
        "{0161 496 0233} is the landline", "ends in {461}", "starts {07700}", "ring 0800 1111 or 999 or 101",
        "call 116 123 or 111", "0800 1111 and 101", "its 24/7 and i get 5 a day", "score was 3-2 then 4-1",
    ]) func `a telephone number is covered through commas, pauses and words, and public ones stay`(marked: String)
        throws
    {
        try BracedWords.expectCovered(marked)
    }

    @Test(arguments: [
        "{kofi.b99@mail.example}", "{kofi at gmail dot com}", "{kofi99 (at) mail (dot) example}",
        "{kofi at g mail dot com}", "{kofi AT hotmail DOT co DOT uk}", "{kofi_b@ mail.example}",
        "{ruth dot owusu at fenland dot example}",
    ]) func `an address is covered in every way of saying it`(marked: String) throws {
        try BracedWords.expectCovered(marked)
    }

    @Test(arguments: [
        "my snap is {moonkid_88}", "snap {moonkid88}", "insta is {moonkid}", "im {moonkid} on insta",
        "add me on snap {moonkid}", "my tiktok {moonkid.xo}", "{@moon.kid_9}", "discord {moonkid#4410}",
        "roblox user {MoonKid9}", "{riz underscore k0} on insta", "{moonkid88} is my name on there",
        "my snap is {moonkid 88}", "they took my phone so no snap or insta",
        "staff look at my snap and my tiktok is banned", "im always on tiktok", "someone posted me on snap",
        "i got 2 gcses in year11 and a ps5", "covid19 was bad",
    ]) func `an account is covered before and behind the name of its site`(marked: String) throws {
        try BracedWords.expectCovered(marked)
    }

    @Test(arguments: [
        "NI {QQ 12 34 56 C}", "my ni is {qq123456c}", "ni number {QQ12 34 56C}", "NHS {999 017 2264}",
        "{L1234567} home office", "home office ref {l123456}", "NRM {NRM123456}", "nrm {NRM/2024/01182}",
        "brp {ZU1234567}", "prison {A1234BC}", "{A1234BC} is his number", "case {FC-229}",
        "crime number {14 C 220 3391 / 23}", "ref: {CMP.5518}", "appointment ref {ORTH/7 7 1}",
        "case number {four four seven one}", "UPN {A123456789012}", "passport {123456789}", "sort code {99-04-11}",
        "student number {20481177}", "court case {ZC24C50012}", "claim 2021 was refused", "no 1 asked me in 2019",
        "number 1 in the queue of 30 people", "section 20 and section 47 of the act 1989",
        "i rang them 15 times in 3 weeks", "account of what happened on 12 may",
        "ref was watching the match, 3 2 1 go", "The licence number was {ASHBY 910074 RM9QK}",
        "said {nine nine nine, oh double two, 4816} on it",
    ]) func `a reference is covered with all its pieces, and counts and years stay`(marked: String) throws {
        try BracedWords.expectCovered(marked)
    }
}
