"""Letters that look like Latin ones: `LATIN[letter]` is the small Latin letter that a reader sees.

Made by `scripts/lookalikes.py` from Unicode's confusables.txt (Unicode License v3), as confusable-homoglyphs 3.3.1
(MIT, January 2024, when Unicode 15.1 was current) carries it: single letters that share the look of an ASCII letter,
without those that the normal form turns into ASCII already; small letters whose capital looks like a Latin capital; and
letters whose name says what they are. As code points: the letters themselves would look alike here.
"""

from typing import Final

_LOOKS: Final = {
    "a": (
        "23a 251 391 3b1 410 430 13aa 15c5 1d00 1d8f 1e9a 2c65 a4ee ab7a 102a0 16f40 1d6a8 1d6c2 1d6e2 1d6fc 1d71c "
        "1d736 1d756 1d770 1d790 1d7aa 1f150 1f170 1f1e6"
    ),
    "b": (
        "180 181 182 183 184 185 243 253 299 392 3b2 412 42c 432 44c 13cf 13f4 13fc 1472 15af 15f7 1d6c 1d80 a4d0 "
        "a796 a797 a7b4 a7b5 ab9f 10282 102a1 10301 1d6a9 1d6e3 1d71d 1d757 1d791 1f151 1f171 1f1e7"
    ),
    "c": (
        "187 188 23b 23c 255 3f2 3f9 421 441 13df 1d04 2ca4 2ca5 a4da a792 a793 a794 a7c4 abaf 102a2 10302 10415 "
        "1043d 1051c 1df1d 1f152 1f172 1f1e8"
    ),
    "d": (
        "110 111 18a 18b 18c 221 256 257 501 13a0 13e7 146f 15de 15ea 1d05 1d6d 1d81 1d91 a4d2 a4d3 a7c7 a7c8 ab70 "
        "abb7 1f153 1f173 1f1e9"
    ),
    "e": (
        "246 247 395 3b5 415 435 4bd 13ac 1d07 1d92 2c78 2d39 a4f0 ab32 ab34 ab7c 10286 118a6 118ae 118c6 118ce "
        "1d6ac 1d6e6 1d720 1d75a 1d794 1f154 1f174 1f1ea"
    ),
    "f": (
        "191 192 3dc 3dd 584 15b4 1d6e 1d82 1e9d a4dd a730 a798 a799 ab35 10287 102a5 10525 118a2 118c2 1d7ca 1f155 "
        "1f175 1f1eb"
    ),
    "g": "18d 193 1e4 1e5 260 261 262 29b 50c 50d 581 13c0 13f3 13fb 1d83 a4d6 a7a0 a7a1 ab90 1f156 1f176 1f1ec",
    "h": (
        "126 127 266 29c 397 3b7 41d 43d 4bb 570 13bb 13c2 157c 2c67 2c68 2c8e 2c8f a4e7 a795 a7aa ab8b ab92 102cf "
        "1d6ae 1d6e8 1d722 1d75c 1d796 1f157 1f177 1f1ed"
    ),
    "i": (
        "131 196 197 268 269 26a 37a 399 3b9 406 456 4cf 13a5 16c1 1d96 1fbe a4f2 a647 ab75 10309 118c3 1d6a4 1d6b0 "
        "1d6ca 1d6ea 1d704 1d724 1d73e 1d75e 1d778 1d798 1d7b2 1df1a 1f158 1f178 1f1ee"
    ),
    "j": "248 249 29d 37f 3f3 408 458 13ab 148d 1d0a a4d9 a7b2 ab7b 1f159 1f179 1f1ef",
    "k": (
        "198 199 39a 3ba 41a 43a 13e6 16d5 1d0b 1d84 2c69 2c6a 2c94 2c95 a4d7 a740 a741 a742 a743 a744 a745 a7a2 "
        "a7a3 abb6 10518 1d6b1 1d6eb 1d725 1d75f 1d799 1f15a 1f17a 1f1f0"
    ),
    "l": (
        "13f 140 141 142 19a 1c0 234 23d 26b 26c 26d 29f 4c0 13de 14aa 1d0c 1d85 2c60 2c61 2c62 2c92 2c93 2cd0 2cd1 "
        "2d4f a4e1 a748 a749 a78e a7ad ab37 ab38 ab39 abae 1028a 1041b 10443 10526 118a3 118b2 118d2 16f16 16f28 "
        "1df04 1df11 1df13 1f15b 1f17b 1f1f1"
    ),
    "m": (
        "271 39c 3bc 3fa 3fb 41c 43c 13b7 15f0 16d6 1d0d 1d6f 1d86 2c6e 2c98 2c99 a4df ab87 102b0 10311 1d6b3 1d6ed "
        "1d727 1d761 1d79b 1f15c 1f17c 1f1f2"
    ),
    "n": (
        "19d 19e 220 235 272 273 274 39d 578 57c 1d70 1d87 2c9a 2c9b a4e0 a790 a791 a7a4 a7a5 10513 1d6b4 1d6ee "
        "1d728 1d762 1d79c 1f15d 1f17d 1f1f3"
    ),
    "o": (
        "d8 f8 19f 1fe 1ff 39f 3bf 3c3 41e 43e 555 585 b20 d20 101d 10ff 12d0 1d0f 1d11 2c7a 2c9e 2c9f 2d54 3007 "
        "a4f3 a74a a74b a74c a74d ab3d 10292 102ab 10404 1042c 104c2 104ea 10516 118b5 118c8 118d5 118d7 1d6b6 "
        "1d6d0 1d6d4 1d6f0 1d70a 1d70e 1d72a 1d744 1d748 1d764 1d77e 1d782 1d79e 1d7b8 1d7bc 1df1b 1f15e 1f17e "
        "1f1f4"
    ),
    "p": (
        "1a4 1a5 3a1 3c1 3f1 420 440 13e2 146d 1d18 1d71 1d7d 1d88 2c63 2ca2 2ca3 a4d1 a750 a751 a752 a753 a754 "
        "a755 abb2 10295 1d6b8 1d6d2 1d6e0 1d6f2 1d70c 1d71a 1d72c 1d746 1d754 1d766 1d780 1d78e 1d7a0 1d7ba 1d7c8 "
        "1f15f 1f17f 1f1f5"
    ),
    "q": "24b 2a0 51b 563 566 2d55 a756 a757 a758 a759 a7af 1f160 1f180 1f1f6",
    "r": (
        "1a6 24c 24d 27c 27d 27e 280 433 13a1 13d2 1587 1d26 1d72 1d73 1d89 2c64 2c85 a4e3 a7a6 a7a7 ab46 ab47 ab48 "
        "ab71 ab81 aba2 104b4 104dc 16f35 1df16 1f161 1f181 1f1f7"
    ),
    "s": (
        "1bd 23f 282 405 455 54f 57f 13d5 13da 1d74 1d8a 2c7e a4e2 a731 a7a8 a7a9 a7c5 a7c9 a7ca aba5 abaa 10296 "
        "10420 10448 118c1 16f3a 1df1e 1f162 1f182 1f1f8"
    ),
    "t": (
        "166 167 1ab 1ac 1ad 1ae 236 23e 288 3a4 3c4 422 442 13a2 1d1b 1d75 2c66 2ca6 2ca7 a4d4 ab72 10297 102b1 "
        "10315 118bc 16f0a 1d6bb 1d6f5 1d72f 1d769 1d7a3 1df09 1f163 1f183 1f1f9"
    ),
    "u": (
        "28b 3c5 54d 57d 1200 144c 1d1c 1d99 a4f4 a79f a7b8 a7b9 ab4e ab52 104ce 104f6 118b8 118d8 16f42 1d6d6 "
        "1d710 1d74a 1d784 1d7be 1f164 1f184 1f1fa"
    ),
    "v": (
        "1b2 3bd 474 475 13d9 142f 1d20 2c71 2c74 2d38 a4e6 a6df a75e a75f aba9 1051d 11706 118a0 118c0 16f08 1d6ce "
        "1d708 1d742 1d77c 1d7b6 1f165 1f185 1f1fb"
    ),
    "w": "26f 461 51c 51d 561 13b3 13d4 1d21 2c72 2c73 a4ea ab83 aba4 1170a 1170e 1170f 1f166 1f186 1f1fc",
    "x": (
        "3a7 3c7 425 445 1541 157d 16b7 1d8d 2cac 2cad 2d5d a4eb a7b3 ab53 ab56 ab57 ab58 ab59 10290 102b4 10317 "
        "10527 1d6be 1d6f8 1d732 1d76c 1d7a6 1f167 1f187 1f1fd"
    ),
    "y": (
        "1b3 1b4 24e 24f 263 28f 3a5 3b3 3d2 423 443 4ae 4af 10e7 13a9 13bd 1d8c 1efe 1eff 213d 2ca8 2ca9 a4ec ab5a "
        "ab79 ab8d 102b2 118a4 118dc 16f43 1d6bc 1d6c4 1d6f6 1d6fe 1d730 1d738 1d76a 1d772 1d7a4 1d7ac 1f168 1f188 "
        "1f1fe"
    ),
    "z": (
        "1b5 1b6 224 225 240 290 291 396 3b6 13c3 1d22 1d76 1d8e 2c6b 2c6c 2c7f a4dc a7c6 ab93 118a9 118c4 118c9 "
        "1d6ad 1d6e7 1d721 1d75b 1d795 1f169 1f189 1f1ff"
    ),
}
LATIN: Final = {chr(int(code, 16)): letter for letter, codes in _LOOKS.items() for code in codes.split()}
