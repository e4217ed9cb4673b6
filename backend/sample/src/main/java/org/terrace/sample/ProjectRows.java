package org.terrace.sample;

import static org.terrace.region.LayerKind.PROJECT;

/**
 * The county's own wish list: what villages asked for, as it stands in a spreadsheet. No geometry, costs rounded the way offices
 * round, beneficiaries sometimes missing.
 */
final class ProjectRows {
    private static final int PER_VILLAGE_TIMES_TEN = 44;
    private static final String[] FUNDS = {"衔接资金", "以工代赈", "一事一议", "行业部门资金", "对口帮扶资金", ""};

    private ProjectRows() {}

    static void add(Tables tables, Landscape land, Units units, int[] householdsByGroup, Dice dice) {
        int wanted = (land.sites().villages().size() * PER_VILLAGE_TIMES_TEN + 5) / 10 + 2;
        for (int p = 0; p < wanted; p++) {
            int g = dice.below(householdsByGroup.length);
            Sites.Group group = land.sites().groups().get(g);
            String village = units.villageNames.get(group.village()).zh();
            String place = village + "村" + group.number() + "组";
            tables.row(PROJECT, "X");
            String kind;
            String content;
            double wan;
            switch (dice.weighted(0.44, 0.27, 0.12, 0.12, 0.05)) {
                case 0 -> {
                    double km = Math.round(dice.between(0.4, 6.5) * 10) / 10.0;
                    kind = "road";
                    content = place + "通组路硬化" + km + "公里，路面宽3.5米";
                    wan = km * dice.between(55, 140);
                }
                case 1 -> {
                    double km = Math.round(dice.between(0.5, 5) * 10) / 10.0;
                    kind = "water";
                    content = place + "新建20立方米蓄水池1口，安装PE管" + km + "公里";
                    wan = 3 + km * dice.between(2.5, 6);
                }
                case 2 -> {
                    kind = "power";
                    content = place + "新增变压器1台，改造低压线路";
                    wan = dice.between(14, 45);
                }
                case 3 -> {
                    kind = "industry";
                    content = place + (dice.chance(0.5) ? "核桃低产改造" : "花椒种植") + (50 + 10 * dice.below(40)) + "亩";
                    wan = dice.between(8, 90);
                }
                default -> {
                    kind = "other";
                    content = place + "垃圾收集点及入户便道";
                    wan = dice.between(4, 30);
                }
            }
            int households = householdsByGroup[g];
            tables.set(PROJECT, "name", place + name(kind))
                    .set(PROJECT, "kind", kind)
                    .set(PROJECT, "place_code", dice.chance(0.9) ? units.groupCodes.get(g) : "")
                    .set(PROJECT, "place_name", place)
                    .set(PROJECT, "content", content)
                    .set(PROJECT, "cost_yuan", Math.round(wan * 10) * 1_000.0)
                    .set(PROJECT, "fund", FUNDS[dice.weighted(0.4, 0.15, 0.1, 0.2, 0.1, 0.05)])
                    .set(PROJECT, "planned_year", 2026.0 + dice.below(3));
            if (!dice.chance(0.06)) {
                tables.set(PROJECT, "beneficiary_households", households)
                        .set(PROJECT, "beneficiary_people", Math.round(households * 3.7));
            }
        }
    }

    private static String name(String kind) {
        return switch (kind) {
            case "road" -> "通组公路";
            case "water" -> "饮水工程";
            case "power" -> "电网改造";
            case "industry" -> "产业发展";
            default -> "人居环境";
        };
    }
}
