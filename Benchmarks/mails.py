"""Writes mail as it arrives at a service's mailbox, the same for the same number: one mbox and one Maildir of it.

Written, not collected: the words are chance, the headers have the fields and lengths that Gmail, Outlook and plain
servers give them, which is most of what a reader of mail has to pass over.
"""

import base64
import itertools
import pathlib
import quopri
import random
import re

SEED = 2026
WORDS_FROM = pathlib.Path(__file__).parent.parent / "Moderation" / "redaction.yaml"
CAFE = ["café", "naïve", "Zoë", "fiancé", "£20"]
POLISH = "jestem tutaj od marca i nikt nie pyta mnie czego chcę moja opiekunka jest miła ale jest mi smutno".split()
ARABIC = "أنا هنا منذ شهر ولا أحد يسأل عن أخي أريد أن أتكلم مع العاملة من فضلك".split()
DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


class Mails:
    """A run of mails, each as bytes without its postmark, with lines that end in LF."""

    def __init__(self, count):
        self.count = count
        self.chance = random.Random(SEED)
        words = sorted(set(re.findall(r"\b[a-z]{2,}\b", WORDS_FROM.read_text())))
        self.chance.shuffle(words)
        self.words = words
        # Few words are most of what people say (Zipf).
        self.weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))

    def __iter__(self):
        for number in range(self.count):
            yield self.mail(number)

    def sentences(self, words):
        chance = self.chance
        foreign = chance.random()
        if foreign < 0.02:
            said = chance.choices(POLISH, k=words)
        elif foreign < 0.04:
            said = chance.choices(ARABIC, k=words)
        else:
            said = chance.choices(self.words, cum_weights=self.weights, k=words)
            said[0] = chance.choice(CAFE) if chance.random() < 0.3 else said[0]
        lines = []
        while said:
            length = chance.randint(5, 16)
            lines.append(" ".join(said[:length]).capitalize() + ".")
            said = said[length:]
        return "\n".join(" ".join(lines[index:index + 2]) for index in range(0, len(lines), 2))

    def mail(self, number):
        chance = self.chance
        text = self.sentences(chance.randint(15, 220))
        kind = chance.choices(["plain", "quoted", "base64", "both", "reply"], [20, 20, 10, 32, 18])[0]
        fields = self.head(number, is_reply=kind == "reply")
        if kind == "both":
            head, body = self.alternative(number, text)
        elif kind == "reply" and chance.random() < 0.5:
            head, body = self.alternative(number, self.reply(text))
        else:
            head, body = self.part(self.reply(text) if kind == "reply" else text, kind)
        if chance.random() < 0.1:
            head, body = self.with_attachment(number, head, body)
        return "\n".join(fields + ["MIME-Version: 1.0"] + head + ["", body]).encode()

    def reply(self, text):
        quoted = "\n".join("> " + line for line in self.sentences(self.chance.randint(20, 120)).split("\n"))
        return f"{text}\n\nOn Mon, 2 Mar 2026 at 09:00, Duty Desk <desk@voices.example> wrote:\n\n{quoted}\n\n-- \nSam\n"

    def part(self, text, kind):
        if kind == "base64":
            return (["Content-Type: text/plain; charset=\"utf-8\"", "Content-Transfer-Encoding: base64"],
                    base64.encodebytes(text.encode()).decode())
        if kind == "quoted":
            charset = "iso-8859-1" if all(ord(letter) < 256 for letter in text) else "utf-8"
            return ([f"Content-Type: text/plain; charset=\"{charset}\"",
                     "Content-Transfer-Encoding: quoted-printable"],
                    quopri.encodestring(text.encode(charset)).decode() + "\n")
        return ["Content-Type: text/plain; charset=UTF-8; format=flowed", "Content-Transfer-Encoding: 8bit"], text + "\n"

    def alternative(self, number, text):
        boundary = f"000000000000{self.chance.getrandbits(64):016x}"
        paragraphs = "".join(f'<div style="font-family:Calibri,Helvetica,sans-serif;font-size:11pt">{line}<br></div>\n'
                             for line in text.split("\n"))
        html = quopri.encodestring(
            f'<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\n'
            f'<style type="text/css">P {{margin-top:0;margin-bottom:0;}}</style>\n</head>\n<body dir="ltr">\n'
            f"{paragraphs}</body>\n</html>\n".encode()).decode()
        return ([f"Content-Type: multipart/alternative; boundary=\"{boundary}\""],
                f"--{boundary}\nContent-Type: text/plain; charset=\"UTF-8\"\nContent-Transfer-Encoding: 8bit\n\n{text}\n\n"
                f"--{boundary}\nContent-Type: text/html; charset=\"UTF-8\"\n"
                f"Content-Transfer-Encoding: quoted-printable\n\n{html}\n--{boundary}--\n")

    def with_attachment(self, number, head, body):
        boundary = f"_004_{self.chance.getrandbits(96):024x}_"
        name, kind = self.chance.choice([("plan.pdf", "application/pdf"), ("photo.jpg", "image/jpeg")])
        content = base64.encodebytes(self.chance.randbytes(self.chance.randint(5_000, 30_000))).decode()
        inner = "\n".join(head)
        return ([f"Content-Type: multipart/mixed; boundary=\"{boundary}\""],
                f"--{boundary}\n{inner}\n\n{body}\n--{boundary}\nContent-Type: {kind}; name=\"{name}\"\n"
                f"Content-Disposition: attachment; filename=\"{name}\"\nContent-Transfer-Encoding: base64\n\n"
                f"{content}\n--{boundary}--\n")

    def head(self, number, is_reply):
        chance = self.chance
        sender = f"{chance.choice(self.words)}.{chance.choice(self.words)}{number % 97}"
        day = chance.randint(1, 28)
        month = chance.randint(1, 12)
        date = f"{DAYS[(day + month) % 7]}, {day} {MONTHS[month - 1]} 2025 {number % 24:02d}:{number % 60:02d}:07 +0000"
        subject = " ".join(chance.choices(self.words, cum_weights=self.weights, k=chance.randint(1, 7)))
        shape = chance.choice([self.gmail, self.outlook, self.outlook, self.server])
        return shape(sender, date) + [
            f"From: {sender.split('.')[0].capitalize()} <{sender}@mail.example>",
            f"Date: {date}",
            f"Message-ID: <{number:x}.{chance.getrandbits(80):x}@mail.example>",
            f"Subject: {'Re: ' if is_reply else ''}{subject}",
            "To: \"Voices of children in care\" <voices@voices.example>",
        ]

    def token(self, length):
        return base64.b64encode(self.chance.randbytes(length * 3 // 4)).decode()[:length]

    def folded(self, length):
        return "\n         ".join(self.token(min(64, length - start)) for start in range(0, length, 64))

    def gmail(self, sender, date):
        seal = f"i=1; a=rsa-sha256; t=1772445600; cv=none;\n        d=mail.example; s=arc-20240605;\n        b={self.folded(342)}"
        signed = (f"a=rsa-sha256; c=relaxed/relaxed; d=mail.example; s=20230601;\n"
                  f"        h=to:subject:message-id:date:from:mime-version:dkim-signature;\n"
                  f"        bh={self.token(43)}=;\n        b={self.folded(342)}")
        host = f"mail-sor-f{self.chance.randint(1, 99)}.mail.example"
        return [
            "Delivered-To: voices@voices.example",
            f"Received: by 2002:a05:6402:1a4c:b0:5dc:{self.chance.getrandbits(16):x} with SMTP id bf12csp{self.chance.getrandbits(32)}edb;"
            f"\n        {date}",
            f"X-Google-Smtp-Source: AGHT+{self.token(75)}",
            f"X-Received: by 2002:a05:600c:1d1b:b0:43b:{self.chance.getrandbits(16):x} with SMTP id 5b1f17b1804b1-43ba66e9f2dmr"
            f"{self.chance.getrandbits(32)}5e9.8.1772445600;\n        {date}",
            f"ARC-Seal: {seal}",
            f"ARC-Message-Signature: i=1; {signed}",
            f"ARC-Authentication-Results: i=1; mx.mail.example;\n       dkim=pass header.i=@mail.example header.s=20230601;\n"
            f"       spf=pass (mail.example: domain of {sender}@mail.example designates 192.0.2.41 as permitted sender)"
            f" smtp.mailfrom={sender}@mail.example;\n       dmarc=pass (p=NONE sp=QUARANTINE dis=NONE) header.from=mail.example",
            f"Return-Path: <{sender}@mail.example>",
            f"Received: from {host} ({host}. [192.0.2.41])\n        by mx.mail.example with SMTPS id "
            f"5b1f17b1804b1-{self.chance.getrandbits(40):x}sor\n        for <voices@voices.example>\n"
            f"        (Google Transport Security);\n        {date}",
            f"Received-SPF: pass (mail.example: domain of {sender}@mail.example designates 192.0.2.41 as permitted sender)"
            f" client-ip=192.0.2.41;",
            f"DKIM-Signature: v=1; {signed}",
            f"X-Google-DKIM-Signature: v=1; {signed}",
            f"X-Gm-Message-State: AOJu0Y{self.token(86)}",
            f"X-Gm-Gg: ASbGnc{self.token(120)}",
        ]

    def outlook(self, sender, date):
        hops = [f"Received: from LO{number}P265MB{self.chance.getrandbits(12):04d}.GBRP265.PROD.OUTLOOK.EXAMPLE\n"
                f" (2603:10a6:600:{self.chance.getrandbits(8):x}::14) by LO0P265MB6517.GBRP265.PROD.OUTLOOK.EXAMPLE with HTTPS;\n"
                f" {date}" for number in range(2, 6)]
        return hops + [
            f"Return-Path: {sender}@mail.example",
            f"ARC-Seal: i=1; a=rsa-sha256; s=arcselector10001; d=outlook.example; cv=none;\n b={self.folded(344)}",
            f"ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=outlook.example;\n s=arcselector10001;\n"
            " h=From:Date:Subject:Message-ID:Content-Type:MIME-Version:X-MS-Exchange-AntiSpam-MessageData-ChunkCount;\n"
            f" bh={self.token(43)}=;\n b={self.folded(344)}",
            "ARC-Authentication-Results: i=1; mx.outlook.example 1; spf=none; dmarc=none;\n dkim=none; arc=none",
            f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=mail.example;\n s=selector1;\n"
            " h=From:Date:Subject:Message-ID:Content-Type:MIME-Version:X-MS-Exchange-SenderADCheck;\n"
            f" bh={self.token(43)}=;\n b={self.folded(344)}",
            "Thread-Topic: About the home",
            f"Thread-Index: AQH{self.token(29)}==",
            "Accept-Language: en-GB, en-US", "Content-Language: en-GB", "X-MS-Has-Attach:", "X-MS-TNEF-Correlator:",
            "msip_labels:", "x-ms-publictraffictype: Email",
            f"x-ms-traffictypediagnostic: LO0P265MB6517:EE_|CWLP265MB{self.chance.getrandbits(12)}:EE_",
            f"x-ms-office365-filtering-correlation-id: {self.chance.getrandbits(128):032x}",
            "x-ms-exchange-senderadcheck: 1", "x-ms-exchange-antispam-relay: 0",
            "x-microsoft-antispam: BCL:0;ARA:14566002|15080799006|19110799003|8060799006|461199028;",
            f"x-microsoft-antispam-message-info: =?us-ascii?Q?{self.folded(1_500)}?=",
            "x-forefront-antispam-report: CIP:255.255.255.255;CTRY:;LANG:en;SCL:1;SRV:;IPV:NLI;SFV:NSPM;H:;PTR:;CAT:NONE;",
            f"x-ms-exchange-antispam-messagedata-0: =?us-ascii?Q?{self.folded(2_000)}?=",
            "X-OriginatorOrg: outlook.example", "X-MS-Exchange-CrossTenant-AuthAs: Internal",
            "X-MS-Exchange-CrossTenant-AuthSource: LO0P265MB6517.GBRP265.PROD.OUTLOOK.EXAMPLE",
            f"X-MS-Exchange-CrossTenant-Network-Message-Id: {self.chance.getrandbits(128):032x}",
            f"X-MS-Exchange-CrossTenant-originalarrivaltime: {date} (UTC)",
            "X-MS-Exchange-CrossTenant-fromentityheader: Hosted",
            f"X-MS-Exchange-Transport-CrossTenantHeadersStamped: CWLP265MB{self.chance.getrandbits(12)}",
        ]

    def server(self, sender, date):
        return [
            f"Return-Path: <{sender}@mail.example>",
            "Delivered-To: voices@voices.example",
            f"Received: from mx{self.chance.randint(1, 9)}.mail.example (mx.mail.example [192.0.2.7])\n"
            f"\tby mail.voices.example (Postfix) with ESMTPS id {self.chance.getrandbits(44):011X}\n"
            f"\tfor <voices@voices.example>; {date}",
            f"DKIM-Signature: v=1; a=rsa-sha256; c=simple/simple; d=mail.example; s=mail;\n"
            f"\tt=1772445600; bh={self.token(43)}=;\n\th=Date:From:To:Subject;\n\tb={self.folded(342)}",
            "User-Agent: Mozilla Thunderbird",
        ]


def write(folder, count):
    """Writes `mbox` and `maildir` into the folder; a folder that was finished before is left as it is."""
    folder = pathlib.Path(folder)
    if (folder / "finished").exists():
        return
    for name in ["cur", "new", "tmp"]:
        (folder / "maildir" / name).mkdir(parents=True, exist_ok=True)
    quoted = re.compile(rb"^(>*From )", re.MULTILINE)
    with open(folder / "mbox", "wb") as mbox:
        for number, mail in enumerate(Mails(count)):
            (folder / "maildir" / "cur" / f"{1772445600 + number}.M{number}P1.voices:2,S").write_bytes(mail)
            mbox.write(b"From sender@mail.example Mon Mar  2 10:02:00 2026\n" + quoted.sub(rb">\1", mail))
            mbox.write(b"\n" if mail.endswith(b"\n") else b"\n\n")
    (folder / "finished").touch()
