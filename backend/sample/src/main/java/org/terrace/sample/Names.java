package org.terrace.sample;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Invented place names, Chinese with pinyin. Any likeness to a real village is chance: the words are the commonest of the hills. */
final class Names {
    private static final List<String> FIRST = List.of(
            "青 Qing",
            "白 Bai",
            "黑 Hei",
            "红 Hong",
            "黄 Huang",
            "大 Da",
            "小 Xiao",
            "高 Gao",
            "新 Xin",
            "老 Lao",
            "双 Shuang",
            "龙 Long",
            "凤 Feng",
            "松 Song",
            "柏 Bai",
            "桃 Tao",
            "梨 Li",
            "竹 Zhu",
            "茶 Cha",
            "云 Yun",
            "雾 Wu",
            "清 Qing",
            "冷 Leng",
            "暖 Nuan",
            "长 Chang",
            "石 Shi",
            "金 Jin",
            "银 Yin",
            "铜 Tong",
            "羊 Yang",
            "马 Ma",
            "鹰 Ying");
    private static final List<String> SECOND = List.of(
            "石 shi", "水 shui", "木 mu", "杉 shan", "泉 quan", "月 yue", "风 feng", "花 hua", "草 cao", "麻 ma", "桥 qiao",
            "井 jing", "门 men", "角 jiao", "溪 xi", "田 tian");
    private static final List<String> LAST = List.of(
            "坪 ping", "坝 ba", "沟 gou", "岩 yan", "坡 po", "梁 liang", "湾 wan", "岭 ling", "塘 tang", "垭 ya", "坎 kan",
            "坳 ao");

    private final Dice dice;
    private final Set<String> used = new HashSet<>();

    Names(Dice dice) {
        this.dice = dice;
    }

    /** A name not given before, as Chinese and pinyin. */
    Name next() {
        for (int attempt = 0; ; attempt++) {
            String[] parts = (dice.pick(FIRST) + " " + dice.pick(SECOND) + " " + dice.pick(LAST)).split(" ");
            String more = attempt < 50 ? "" : Integer.toString(used.size());
            Name name = new Name(parts[0] + parts[2] + parts[4] + more, parts[1] + parts[3] + parts[5] + more);
            if (used.add(name.zh())) {
                return name;
            }
        }
    }

    record Name(String zh, String en) {
        String with(String zhEnd, String enEnd) {
            return zh + zhEnd + " " + en + enEnd;
        }
    }
}
