"""Makes pinyin.txt: readings of Han characters, in the order in which a dictionary lists them.

    python resources/words/build_pinyin.py

Needs pypinyin (readings, under the MIT licence) and node, whose collation brings the order by strokes
(Unicode CLDR). The program reads only the file: importing pypinyin takes a quarter of a second.
"""

import subprocess
from collections import defaultdict
from pathlib import Path

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
from pypinyin.contrib.tone_convert import to_tone3

TARGET = Path(__file__).parent / "pinyin.txt"
HEAD = """\
# Readings of Han characters; written by build_pinyin.py, not by hand. v stands for ü, 5 for the neutral tone.
# Under each syllable its characters by strokes; * before a character: it is usually read otherwise.
"""
LENGTHS = (2, 3)
"""Characters of the phrases that are taken over; longer ones are proverbs."""

BY_STROKES = """
const text = require("fs").readFileSync(0, "utf8");
process.stdout.write([...text].sort(new Intl.Collator("zh-u-co-stroke").compare).join(""));
"""

USUAL = {
    "长": "chang2", "行": "xing2", "都": "dou1", "地": "di4", "似": "si4", "傀": "kui3", "椎": "zhui1",
    "辗": "zhan3", "炔": "que1", "埔": "pu3", "咳": "ke2", "桔": "ju2",
}  # fmt: skip
"""The usual reading where that of pypinyin's table is rarer in an office."""

WORDS = """
长葛 chang2 ge3|长垣 chang2 yuan2|漯河 luo4 he2|浚县 xun4 xian4|重庆 chong2 qing4|厦门 xia4 men2|六安 lu4 an1
六合 lu4 he2|蚌埠 beng4 bu4|台州 tai1 zhou1|丽水 li2 shui3|大埔 da4 bu4|黄陂 huang2 pi2|东阿 dong1 e1
朝阳 chao2 yang2|单县 shan4 xian4|费县 fei4 xian4|乐亭 lao4 ting2|中牟 zhong1 mu4|鄢陵 yan1 ling2
武陟 wu3 zhi4|泌阳 bi4 yang2|尉氏 wei4 shi4|大城 dai4 cheng2|铅山 yan2 shan1|歙县 she4 xian4|会稽 kuai4 ji1
番禺 pan1 yu2|监利 jian4 li4|洪洞 hong2 tong2|郫县 pi2 xian4|筠连 jun1 lian2|射洪 she4 hong2|阿房 e1 pang2
建行 jian4 hang2|工行 gong1 hang2|农行 nong2 hang2|中行 zhong1 hang2|分行 fen1 hang2|支行 zhi1 hang2
总行 zong3 hang2|央行 yang1 hang2|商行 shang1 hang2|行长 hang2 zhang3|银行 yin2 hang2|行业 hang2 ye4
各行 ge4 hang2|同行 tong2 hang2|县长 xian4 zhang3|区长 qu1 zhang3|市长 shi4 zhang3|省长 sheng3 zhang3
局长 ju2 zhang3|厅长 ting1 zhang3|处长 chu4 zhang3|科长 ke1 zhang3|股长 gu3 zhang3|部长 bu4 zhang3
司长 si1 zhang3|院长 yuan4 zhang3|校长 xiao4 zhang3|园长 yuan2 zhang3|镇长 zhen4 zhang3|乡长 xiang1 zhang3
村长 cun1 zhang3|组长 zu3 zhang3|会长 hui4 zhang3|站长 zhan4 zhang3|所长 suo3 zhang3|社长 she4 zhang3
台长 tai2 zhang3|队长 dui4 zhang3|班长 ban1 zhang3|家长 jia1 zhang3|首长 shou3 zhang3|秘书长 mi4 shu1 zhang3
董事长 dong3 shi4 zhang3|总编长 zong3 bian1 zhang3|河长 he2 zhang3|林长 lin2 zhang3|路长 lu4 zhang3
街长 jie1 zhang3|增长 zeng1 zhang3|成长 cheng2 zhang3|生长 sheng1 zhang3|助长 zhu4 zhang3|长大 zhang3 da4
长子 zhang3 zi3|长辈 zhang3 bei4|长者 zhang3 zhe3|长老 zhang3 lao3|长官 zhang3 guan1|团长 tuan2 zhang3
州长 zhou1 zhang3|馆长 guan3 zhang3|库长 ku4 zhang3|厂长 chang3 zhang3|店长 dian4 zhang3|店长 dian4 zhang3
警长 jing3 zhang3|机长 ji1 zhang3|船长 chuan2 zhang3|列车长 lie4 che1 zhang3|检察长 jian3 cha2 zhang3
调研 diao4 yan2|调查 diao4 cha2|调度 diao4 du4|调动 diao4 dong4|调任 diao4 ren4|抽调 chou1 diao4
统计 tong3 ji4|会计 kuai4 ji4|首都 shou3 du1|成都 cheng2 du1|都市 du1 shi4|魏都 wei4 du1|古都 gu3 du1
许都 xu3 du1|莲城 lian2 cheng2|重新 chong2 xin1|重复 chong2 fu4|重建 chong2 jian4|重申 chong2 shen1
重塑 chong2 su4|重组 chong2 zu3|重阳 chong2 yang2|双重 shuang1 chong2|多重 duo1 chong2|还款 huan2 kuan3
还贷 huan2 dai4|归还 gui1 huan2|退还 tui4 huan2|偿还 chang2 huan2|还田 huan2 tian2|还林 huan2 lin2
传记 zhuan4 ji4|自传 zi4 zhuan4|降价 jiang4 jia4|投降 tou2 xiang2|解数 xie4 shu4|参差 cen1 ci1
人参 ren2 shen1|校对 jiao4 dui4|音乐 yin1 yue4|乐器 yue4 qi4|地方 di4 fang1|省亲 xing3 qin1|反省 fan3 xing3
供给 gong1 ji3|给予 ji3 yu3|薄弱 bo2 ruo4|暴露 bao4 lu4|露天 lu4 tian1|率先 shuai4 xian1|效率 xiao4 lv4
税率 shui4 lv4|利率 li4 lv4|提升 ti2 sheng1|什么 shen2 me5|为什么 wei4 shen2 me5|便宜 pian2 yi5
模样 mu2 yang4|模具 mu2 ju4|弹性 tan2 xing4|子弹 zi3 dan4|扁舟 pian1 zhou1|曝光 bao4 guang1|一曝 yi1 pu4
大厦 da4 sha4|广厦 guang3 sha4|咀嚼 ju3 jue2|宿舍 su4 she4|星宿 xing1 xiu4|粘贴 zhan1 tie1|乘车 cheng2 che1
"""
"""Places, posts and words of the office; they win over the phrases of pypinyin."""

SURNAMES = """
单 shan4|解 xie4|仇 qiu2|区 ou1|查 zha1|盖 ge3|乐 yue4|朴 piao2|曾 zeng1|翟 zhai2|覃 qin2|种 chong2|折 she2
召 shao4|秘 bi4|缪 miao4|冼 xian3|员 yun4|句 gou1|繁 po2|黑 he4|隗 wei3|盛 sheng4|郗 xi1|祭 zhai4|重 chong2
贾 jia3|宿 su4|柏 bai3|谌 chen2|晟 cheng2|都 du1|尹 yin3|阚 kan4|卜 bu3|车 che1|石 shi2|洗 xian3|褚 chu3
尉迟 yu4 chi2|万俟 mo4 qi2|长孙 zhang3 sun1|单于 chan2 yu2|令狐 ling2 hu2|澹台 tan2 tai2|宰父 zai3 fu3
"""
"""Family names that are read otherwise at the head of a person's name."""


def syllable(reading: str) -> str:
    """A reading with its tone as a figure, in ASCII: ``lv4`` for lǜ."""
    return to_tone3(reading, neutral_tone_with_five=True).replace("ê", "e")


def place(name: str) -> tuple[str, bool, str]:
    """Where a syllable stands in a dictionary: ü follows u."""
    return name[:-1].replace("v", "u"), "v" in name, name[-1]


def readings() -> dict[str, list[str]]:
    """Readings of each character, the usual one first; others that differ in the tone alone are left out."""
    found: dict[str, list[str]] = {}
    for code, listed in PINYIN_DICT.items():
        names = list(dict.fromkeys(syllable(reading) for reading in listed.split(",")))
        usual = USUAL.get(chr(code), names[0])
        others = (name for name in names if name[:-1] != usual[:-1])
        found[chr(code)] = [usual, *others]
    return found


def entries(text: str) -> dict[str, list[str]]:
    """Words and their readings out of one of the lists above."""
    pairs = (entry.split(" ", 1) for line in text.split("\n") for entry in line.split("|") if entry)
    return {word: names.split() for word, names in pairs}


def words(known: dict[str, list[str]]) -> dict[str, list[str]]:
    """Words in which a character is not read as usual (tones aside)."""
    listed = {
        word: [syllable(reading[0]) for reading in given]
        for word, given in PHRASES_DICT.items()
        if len(word) == len(given) in LENGTHS
    }
    listed |= entries(WORDS)
    return {word: names for word, names in listed.items() if _unusual(word, names, known, listed)}


def _unusual(word: str, names: list[str], known: dict[str, list[str]], listed: dict[str, list[str]]) -> bool:
    if any(character not in known for character in word):
        return False
    if any(name[:-1] != known[character][0][:-1] for character, name in zip(word, names, strict=True)):
        return True
    # A usual reading is named where a shorter word within would say otherwise.
    return any(
        part in listed and listed[part] != names[start : start + length]
        for length in range(2, len(word))
        for start in range(len(word) - length + 1)
        if (part := word[start : start + length])
    )


def in_use(known: dict[str, list[str]], special: dict[str, list[str]]) -> dict[str, list[str]]:
    """Readings without those that stand in no word: of old texts alone, they would find what nobody means."""
    used = {
        (character, name[:-1])
        for word, names in special.items()
        for character, name in zip(word, names, strict=True)
    }
    return {
        character: [names[0], *(name for name in names[1:] if (character, name[:-1]) in used)]
        for character, names in known.items()
    }


def main() -> None:
    """Write the file."""
    known = readings()
    special = words(known)
    surnames = entries(SURNAMES)
    known = in_use(known, special | surnames)
    for word, names in (special | surnames).items():
        for character, name in zip(word, names, strict=True):
            if name not in known[character]:
                known[character].append(name)
    sort = ["node", "-e", BY_STROKES]
    done = subprocess.run(sort, input="".join(known), capture_output=True, text=True, check=True)  # noqa: S603
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for character in done.stdout:
        for order, name in enumerate(known[character]):
            groups[name].append(("*" if order else "") + character)
    parts = [HEAD, "[readings]\n"]
    parts += [f"{name} {''.join(groups[name])}\n" for name in sorted(groups, key=place)]
    for title, listed in (("words", special), ("surnames", surnames)):
        parts.append(f"[{title}]\n")
        parts += [f"{word} {' '.join(names)}\n" for word, names in sorted(listed.items())]
    TARGET.write_text("".join(parts), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
