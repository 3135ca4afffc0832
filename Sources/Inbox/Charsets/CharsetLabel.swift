/// What a mail states as its charset's name.
enum CharsetLabel {
    static let unknown = "unknown"

    /// A label is the sender's and could hold any words; only names that stand here are shown.
    static func shown(_ label: String) -> String {
        let label = label.lowercased()
        return names.contains(label) ? label : unknown
    }

    /// For a sentence, as in “It is in …”.
    static func named(_ label: String) -> String {
        let shown = shown(label)
        return shown == unknown ? "an unknown charset" : "the charset \(shown)"
    }

    private static let names = Set(
        """
        utf-8 utf-7 utf-16 utf-16le utf-16be utf-32 utf-32le utf-32be ucs-2 ucs-4 us-ascii unicode-1-1-utf-7
        iso-8859-1 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-8-i
        iso-8859-8-e iso-8859-9 iso-8859-10 iso-8859-11 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16
        windows-874 windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256
        windows-1257 windows-1258 windows-31j cp437 cp737 cp775 cp850 cp852 cp855 cp857 cp858 cp860 cp861 cp862 cp863
        cp864 cp865 cp866 cp869 cp874 cp932 cp936 cp949 cp950 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258
        ibm037 ibm437 ibm850 ibm852 ibm855 ibm857 ibm858 ibm862 ibm864 ibm866 koi8-r koi8-u koi8-t
        big5 big5-hkscs cn-big5 gb2312 gb_2312-80 gbk x-gbk gb18030 hz-gb-2312 hz euc-cn euc-jp euc-kr euc-tw
        ks_c_5601-1987 ks_c_5601 johab shift_jis shift-jis sjis x-sjis iso-2022-cn iso-2022-jp iso-2022-jp-1
        iso-2022-jp-2 iso-2022-jp-3 iso-2022-kr tis-620 viscii tcvn armscii-8 georgian-academy georgian-ps
        macintosh x-mac-roman x-mac-cyrillic mac-cyrillic x-mac-ce x-mac-greek x-mac-turkish
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
