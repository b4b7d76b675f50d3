"""Names of languages, each in itself and in some of the great ones: a list of them is no plan."""

LANGUAGES = frozenset(
    word
    for words in (
        (
            "english chinese spanish french german italian portuguese russian japanese korean hindi arabic "
            "bengali urdu turkish vietnamese thai polish ukrainian dutch swedish norwegian danish finnish "
            "greek hebrew czech slovak hungarian romanian bulgarian serbian croatian indonesian malay "
            "tamil telugu marathi gujarati punjabi persian farsi swahili catalan basque galician kazakh "
            "uzbek georgian armenian khmer burmese nepali sinhala mongolian lithuanian latvian estonian "
            "malayalam kannada tagalog filipino afrikaans albanian macedonian slovenian belarusian "
            "simplified traditional brazilian mandarin cantonese azerbaijani amharic hausa"
        ),
        (
            "inglés ingles chino español espanol francés frances alemán aleman italiano portugués portugues "
            "ruso japonés japones coreano árabe arabe polaco turco vietnamita ucraniano holandés neerlandés "
            "griego hebreo checo húngaro rumano indonesio persa bengalí tailandés sueco búlgaro serbio"
        ),
        (
            "englisch chinesisch spanisch französisch deutsch italienisch portugiesisch russisch japanisch "
            "koreanisch arabisch polnisch türkisch ukrainisch niederländisch vietnamesisch"
        ),
        (
            "anglais chinois espagnol français francais allemand italien portugais russe japonais coréen "
            "polonais turc vietnamien ukrainien néerlandais"
        ),
        "inglês chinês espanhol francês alemão russo japonês polonês grego",
        (
            "английский китайский испанский французский немецкий итальянский португальский русский "
            "японский корейский арабский польский турецкий украинский вьетнамский"
        ),
        (
            "英语 英文 中文 汉语 简体中文 繁体中文 繁體中文 简体 繁體 日语 日文 日本語 韩语 韩文 한국어 한글 法语 法文 德语 "
            "德文 西班牙语 葡萄牙语 俄语 意大利语 阿拉伯语 印地语 越南语 泰语 土耳其语 波兰语 乌克兰语 英語 中国語 "
            "韓国語 스페인어 영어 중국어 일본어 프랑스어 독일어"
        ),
        (
            "türkçe tiếng việt українська ελληνικά עברית العربية हिन्दी हिंदी বাংলা ไทย polski čeština magyar română "
            "svenska norsk dansk suomi nederlands bahasa indonesia melayu فارسی اردو தமிழ் తెలుగు ქართული "
            "қазақша қазақ монгол беларуская català euskara galego lietuvių latviešu eesti hrvatski srpski "
            "српски shqip azərbaycan oʻzbek ខ្មែរ မြန်မာ नेपाली සිංහල kiswahili filipino русский brasil do "
            "brasileiro"
        ),
    )
    for word in words.split()
)
