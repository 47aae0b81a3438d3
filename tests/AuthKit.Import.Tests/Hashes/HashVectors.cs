namespace AuthKit.Import.Tests.Hashes;

/// <summary>
/// Hashes of passwords of tests, each made once by the system that writes its kind: PHP 8.2 (<c>password_hash</c>, <c>crypt</c>), Django 3.2 and
/// argon2-cffi 21.1 (<c>make_password</c>'s hashers), Passlib 1.7.4, Werkzeug 2.2; those of Django 4's and Werkzeug 2.3's scrypt, and of Keycloak and
/// ASP.NET Identity 2, by Python's <c>hashlib</c> and argon2-cffi as those document them; Firebase's is the example of its documentation.
/// </summary>
internal static class HashVectors
{
    public const string Horse = "correct horse battery staple";
    public const string Unicode = "pässwörd 🐎 of a test";

    private static readonly string Long = string.Concat(Enumerable.Repeat("long ", 20));

    public static IEnumerable<TestCaseData> All => List().Select(vector => new TestCaseData(vector.Hash, vector.Password).SetArgDisplayNames(vector.By, vector.Hash[..Math.Min(24, vector.Hash.Length)]));

    private static IEnumerable<(string By, string Password, string Hash)> List() =>
    [
        ("PHP", Horse, "$2y$05$i6zIOAyzViY8bnweUl3wlOaUzRWJtGlwxYmYBd93E6wo2eFIf3Aj2"),
        ("PHP", Unicode, "$2y$05$rN9NWnvwj4e.fpKNirHituM9/1UZwsQoj9G0O/I7xlXU4d/c0KfNS"),
        ("PHP, beyond 72 bytes", Long, "$2y$05$d0hcslkTBYFvWUmHmCRL/e5E.b0OsnjHldD3uNV51SLIVfMT0len."),
        ("crypt", Horse, "$2a$05$testSalt0123456789012uVqrB5FLKdiA7tv/ueyfyUNXRBli1no6"),
        ("PHP", Horse, "$argon2i$v=19$m=8192,t=2,p=1$WFVRU0cuN0R4TzdOcy9GNg$qVjA16N/ZKzyT5ICYOe+Jqh8dMUdaayQOpNpfyX9TTE"),
        ("PHP", Horse, "$argon2id$v=19$m=8192,t=2,p=1$dWM0Y2ZRTFR5dVVHcHd5aQ$CQZ02bRHoltWSyiab1/v2KPbt9GqjbJh8yBNE9A1Qms"),
        ("argon2-cffi", Horse, "$argon2i$v=19$m=8192,t=2,p=2$dGVzdFNhbHQwMTIzNDU2Nw$+icHbwScV3HQHIq0ld91LIqrlBA9TgAIVKd6guscgPE"),
        ("argon2-cffi", Horse, "$argon2d$v=19$m=8192,t=2,p=2$dGVzdFNhbHQwMTIzNDU2Nw$nEoUbt+V50cHMVxPtlzbh+wgImhMSp6ndR6jSzBclsY"),
        ("argon2-cffi", Horse, "$argon2id$v=19$m=8192,t=2,p=2$dGVzdFNhbHQwMTIzNDU2Nw$WkBUMiA5W6wBHw6dDhL4EhHgvTMGNMlThnPFL0UlLCI"),
        ("Django", Horse, "pbkdf2_sha256$1000$testSalt0123$Q9Rpe4GF8nAeQnMnejtRklJS98bCXmu31IJU+VjqkyQ="),
        ("Django", Unicode, "pbkdf2_sha256$1000$testSalt0123$j2H+ifg8umYNVvjJ8TDbV5EhezjxrudYVuV/HfcsAL4="),
        ("Django", Horse, "pbkdf2_sha1$1000$testSalt0123$+2mAYl3nz5GtfKxD9ScUCftCjL0="),
        ("Django", Horse, "argon2$argon2id$v=19$m=8192,t=2,p=8$dGVzdFNhbHQwMTIzNDU2Nw$LKS/u6fgZUvpkZz4YVOzOw"),
        ("Django", Unicode, "argon2$argon2id$v=19$m=8192,t=2,p=8$dGVzdFNhbHQwMTIzNDU2Nw$Q6xchygvRQKenC2nlu+JiQ"),
        ("Django", Horse, "bcrypt_sha256$$2b$05$/h.wIxf2xTkNZiMIcpJFp.psXN/BGWVY7b6IvFXAoYU2RKWjQ5Srm"),
        ("Django", Unicode, "bcrypt_sha256$$2b$05$hatxa/KA.ECvmjzR.1hTy.t2Q2ECdIFHupsmDw800Gq9oALyrsJiy"),
        ("Django", Horse, "bcrypt$$2b$05$e38rtiNT0dlhjKxJVZo5N.E3l6XIv99pHzBaZ4Qt.dIDRN9FyWZAi"),
        ("Django", Horse, "scrypt$16384$testSalt0123$8$1$4puM7GIvwkJMv05jovmRN+DLL465F8uiKH6c/dfRO3c5QjaiL/Gs3hrhFnMgiBK0v64/B4aQ/LrYauSjF/LtKw=="),
        ("Django", Unicode, "scrypt$16384$testSalt0123$8$5$RmLiqt5yMIvtcOxNDU7S4GounYc6/Zh1mitWTDby7WL3nQ6QoeOAoW4qQj5bnTjGxjic9eik+0ECASSErpehIg=="),
        ("Passlib", Horse, "$pbkdf2$1000$dGVzdFNhbHQwMTIzNDU2Nw$LZucO8JgZfAhaTLj44ajJaTsv/Y"),
        ("Passlib", Unicode, "$pbkdf2-sha256$1000$dGVzdFNhbHQwMTIzNDU2Nw$32AHT3MuA3sW2SQ.dboLBfUxjZ9ivTe.BJ3M.DhGTpM"),
        ("Passlib", Unicode, "$pbkdf2-sha512$1000$dGVzdFNhbHQwMTIzNDU2Nw$sBKQKLavmzXl5wwc3c1zRbLvPlv.YaJvLiYqsTiyjLinWckkFnpWH7QGBde6veDbhWUm9ZETQfJGlecfPS1FOA"),
        ("Passlib", Horse, "$scrypt$ln=10,r=8,p=1$dGVzdFNhbHQwMTIzNDU2Nw$f++FbUcJis0weTvT/m+RLaD8Ig2M+/EYUspOEN7gWRc"),
        ("Werkzeug", Horse, "pbkdf2:sha256:1000$A1cp6oyNVQOO1Xkt$ca62da1deea8aeb17812f5c91344194f1f7f6addd1af261aaaed95f8f9c5d163"),
        ("Werkzeug", Horse, "pbkdf2:sha1:1000$Pg80GZevjpwbP8Pb$7d7136bb84933306b55f5fc0823b0377150bdb57"),
        ("Werkzeug", Horse, "scrypt:32768:8:1$testSalt01234567$4c7a9595d83d6efdd60a617e113118432336d30e8613ba25196e391f605ff66bd490f5ec7608742399ce791c1844272a42f0c535928444f0d25a870ef68d5d94"),
        ("ASP.NET Identity 2", Horse, "AHRlc3RTYWx0MDEyMzQ1Njctm5w7wmBl8CFpMuPjhqMlpOy/9qTViECFh6f+D+CTFw=="),
        ("Firebase", "user1password", "$firebase-scrypt$ln=14,r=8$Bw$42xEC+ixf3L2lw$lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ"),
    ];
}
