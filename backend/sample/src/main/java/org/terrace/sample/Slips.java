package org.terrace.sample;

import java.util.List;

/**
 * The mistakes that people make in spreadsheets, put into the sample's files on purpose (never into the {@link
 * SyntheticCounty#region()}): swapped and far-off coordinates, the letter O for a zero, codes that do not exist, the same code
 * twice, a code left out. About two rows in a hundred have one.
 */
final class Slips {
    private Slips() {}

    static void intoHouseholds(Sheets.Sheet sheet, Dice dice) {
        int code = sheet.column("户编号");
        int group = sheet.column("组编码");
        int lon = sheet.column("经度");
        int lat = sheet.column("纬度");
        int wage = sheet.column("工资性收入");
        List<String[]> rows = sheet.rows();
        for (int i = 1; i < rows.size(); i++) {
            String[] row = rows.get(i);
            switch (dice.weighted(978, 5, 3, 2, 4, 2, 1, 3, 1, 1)) {
                case 1 -> row[wage] = "1,2O4";
                case 2 -> swap(row, lon, lat);
                case 3 -> row[lon] = row[lon].isEmpty() ? "" : "104" + row[lon].substring(3);
                case 4 -> row[group] = row[group].substring(0, 12) + "88";
                case 5 -> row[code] = rows.get(i - 1)[code];
                case 6 -> row[code] = "";
                case 7 -> row[sheet.column("入户路类型")] = "石板路";
                case 8 -> row[sheet.column("户籍人口")] = "99";
                case 9 -> row[sheet.column("测压日期")] = "2025年13月";
                default -> {}
            }
        }
    }

    static void intoWaterWorks(Sheets.Sheet sheet, Dice dice) {
        int lon = sheet.column("经度");
        int lat = sheet.column("纬度");
        for (String[] row : sheet.rows()) {
            switch (dice.weighted(975, 8, 9, 8)) {
                case 1 -> swap(row, lon, lat);
                case 2 -> row[sheet.column("高程(米)")] = "约1500";
                case 3 -> row[sheet.column("是否正常使用")] = "时好时坏";
                default -> {}
            }
        }
    }

    static void intoTransformers(Sheets.Sheet sheet, Dice dice) {
        for (String[] row : sheet.rows()) {
            switch (dice.weighted(97, 2, 1)) {
                case 1 -> row[sheet.column("容量(千伏安)")] = "S11-100";
                case 2 -> row[sheet.column("经度")] = "";
                default -> {}
            }
        }
    }

    private static void swap(String[] row, int a, int b) {
        String kept = row[a];
        row[a] = row[b];
        row[b] = kept;
    }
}
