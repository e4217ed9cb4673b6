package org.terrace.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.Crs;
import org.terrace.region.FeatureTable;

/** The spreadsheets of the sample, column by column: headers and words as in county offices, the official record's where it has them. */
final class Sheets {
    static final String SYNTHETIC = "备注：虚构数据 synthetic";

    private static final Map<String, String> YES_NO = Map.of("yes", "是", "no", "否");

    private final CoordinateTransform toDegrees =
            CoordinateTransform.between(Crs.epsg(SyntheticCounty.EPSG), Crs.WGS84);

    /** Header row and data rows. */
    record Sheet(List<String> headers, List<String[]> rows) {
        int column(String header) {
            int found = headers.indexOf(header);
            if (found < 0) {
                throw new IllegalArgumentException("no column " + header + " among " + headers);
            }
            return found;
        }
    }

    Sheet households(FeatureTable table) {
        List<SheetColumn> c = new ArrayList<>();
        c.add(SheetColumn.code("户编号"));
        c.add(SheetColumn.of("组编码", "group_code"));
        c.addAll(lonLat());
        c.add(SheetColumn.of("定位误差(米)", "position_error_m"));
        c.add(SheetColumn.words(
                "坐标来源",
                "position_source",
                Map.of(
                        "surveyed",
                        "实测",
                        "cadastre",
                        "地籍",
                        "tapped",
                        "图上点选",
                        "building",
                        "房屋图",
                        "group_centre",
                        "组中心")));
        c.add(SheetColumn.of("户籍人口", "people_registered"));
        c.add(SheetColumn.of("常住人口", "people_resident"));
        c.add(SheetColumn.of("在家月数", "months_at_home"));
        c.add(SheetColumn.words(
                "住房状态",
                "house_status",
                Map.of("lived_in", "常住", "seasonal", "季节性居住", "empty", "空置", "demolished", "已拆除")));
        c.add(SheetColumn.words("是否易地搬迁", "relocated", YES_NO));
        c.add(SheetColumn.of("安置点", "resettlement_site"));
        c.add(SheetColumn.of("劳动力人数", "labour_force"));
        c.add(SheetColumn.words(
                "户类型",
                "category",
                Map.of(
                        "ordinary",
                        "一般户",
                        "ex_poor",
                        "脱贫户",
                        "unstable",
                        "脱贫不稳定户",
                        "marginal",
                        "边缘易致贫户",
                        "shock",
                        "突发严重困难户")));
        c.add(SheetColumn.of("工资性收入", "wage_income_yuan"));
        c.add(SheetColumn.of("生产经营性收入", "operating_income_yuan"));
        c.add(SheetColumn.of("转移性收入", "transfer_income_yuan"));
        c.add(SheetColumn.of("人均纯收入", "income_per_person_yuan"));
        c.add(SheetColumn.of("耕地面积(亩)", "arable_mu"));
        c.add(SheetColumn.of("林地面积(亩)", "forest_mu"));
        c.add(SheetColumn.words(
                "入户路类型",
                "declared_road_surface",
                Map.of("asphalt", "沥青路", "cement", "水泥路", "gravel", "砂石路", "earth", "泥土路")));
        c.add(SheetColumn.scaled("与村主干路距离(公里)", "declared_road_distance_m", 0.001));
        c.add(SheetColumn.words("是否通生活用电", "declared_power", YES_NO));
        c.add(SheetColumn.words("是否通生产用电", "declared_production_power", YES_NO));
        c.add(SheetColumn.words("是否解决安全饮用水", "declared_safe_water", YES_NO));
        c.add(SheetColumn.words(
                "供水方式",
                "water_connection",
                Map.of("piped", "入户自来水", "hose", "软管引水", "public_tap", "公共供水点", "carried", "挑水", "none", "无")));
        c.add(SheetColumn.of("水源编号", "water_source_code"));
        c.add(SheetColumn.words("水质", "water_quality", Map.of("passes", "合格", "fails", "不合格")));
        c.add(SheetColumn.of("年停水天数", "water_days_cut"));
        c.add(SheetColumn.of("人均日用水量(升)", "water_litres_per_person_day"));
        c.add(SheetColumn.of("台区编号", "transformer_code"));
        c.add(SheetColumn.of("表箱编号", "meter_code"));
        c.add(SheetColumn.of("供电相数", "supply_phases"));
        c.add(SheetColumn.words("接入相别", "supply_phase", Map.of("a", "A相", "b", "B相", "c", "C相")));
        c.add(SheetColumn.of("月用电量(千瓦时)", "monthly_kwh"));
        c.add(SheetColumn.words(
                "用电设备",
                "machine",
                Map.of("tobacco_barn", "烤烟房", "crop_dryer", "烘干机", "tea_dryer", "茶叶烘干机", "mill", "磨粉机")));
        c.add(SheetColumn.of("设备功率(千瓦)", "machine_kw"));
        c.add(SheetColumn.of("实测电压(伏)", "measured_voltage_v"));
        c.add(SheetColumn.of("测压日期", "voltage_measured_on"));
        return sheet(table, c);
    }

    Sheet adminUnits(FeatureTable table) {
        List<SheetColumn> c = new ArrayList<>();
        c.add(SheetColumn.code("区划代码"));
        c.add(SheetColumn.of("名称", "name"));
        c.add(SheetColumn.words("级别", "level", Map.of("county", "县", "township", "乡镇", "village", "村", "group", "组")));
        c.add(SheetColumn.of("上级代码", "parent_code"));
        c.addAll(lonLat());
        c.add(SheetColumn.of("半径(米)", "radius_m"));
        c.add(SheetColumn.of("户数", "households_reported"));
        c.add(SheetColumn.words("村委会通硬化路", "committee_road_reported", YES_NO));
        return sheet(table, c);
    }

    Sheet waterWorks(FeatureTable table) {
        List<SheetColumn> c = new ArrayList<>();
        c.add(SheetColumn.code("编号"));
        c.add(SheetColumn.of("名称", "name"));
        c.add(SheetColumn.words(
                "类型",
                "kind",
                Map.of("spring", "山泉", "well", "水井", "intake", "取水口", "tank", "蓄水池", "public_tap", "公共供水点")));
        c.addAll(lonLat());
        c.add(SheetColumn.of("高程(米)", "elevation_m"));
        c.add(SheetColumn.words("是否正常使用", "working", YES_NO));
        c.add(SheetColumn.of("枯水期出水量(立方米/日)", "dry_season_yield_m3_per_day"));
        c.add(SheetColumn.of("容积(立方米)", "volume_m3"));
        c.add(SheetColumn.words("水质", "quality", Map.of("passes", "合格", "fails", "不合格")));
        c.add(SheetColumn.of("供水户数", "households_reported"));
        c.add(SheetColumn.of("村编码", "village_code"));
        return sheet(table, c);
    }

    Sheet transformers(FeatureTable table) {
        List<SheetColumn> c = new ArrayList<>();
        c.add(SheetColumn.code("台区编号"));
        c.add(SheetColumn.of("台区名称", "name"));
        c.add(SheetColumn.words(
                "设备类型", "kind", Map.of("substation", "变电站", "transformer", "配电变压器", "pole", "电杆", "meter_box", "表箱")));
        c.addAll(lonLat());
        c.add(SheetColumn.of("容量(千伏安)", "kva"));
        c.add(SheetColumn.of("分接头(%)", "tap_percent"));
        c.add(SheetColumn.words("联结组别", "vector_group", Map.of("dyn11", "Dyn11", "yyn0", "Yyn0", "yzn11", "Yzn11")));
        c.add(SheetColumn.of("短路阻抗(%)", "vk_percent"));
        c.add(SheetColumn.of("最大电流(安)", "peak_current_a"));
        c.add(SheetColumn.of("用户数", "households_reported"));
        c.add(SheetColumn.of("月电量(千瓦时)", "monthly_kwh"));
        return sheet(table, c);
    }

    Sheet facilities(FeatureTable table) {
        List<SheetColumn> c = new ArrayList<>();
        c.add(SheetColumn.code("编号"));
        c.add(SheetColumn.of("名称", "name"));
        c.add(SheetColumn.words(
                "类型",
                "kind",
                Map.of(
                        "village_committee", "村委会",
                        "school", "学校",
                        "clinic", "卫生室",
                        "market", "集市",
                        "township_seat", "乡政府",
                        "refuse_point", "垃圾收集点",
                        "processing", "农产品加工",
                        "transport", "客运站")));
        c.addAll(lonLat());
        c.add(SheetColumn.of("所在村编码", "place_code"));
        return sheet(table, c);
    }

    Sheet projects(FeatureTable table) {
        List<SheetColumn> c = new ArrayList<>();
        c.add(SheetColumn.code("项目编号"));
        c.add(SheetColumn.of("项目名称", "name"));
        c.add(SheetColumn.words(
                "项目类别", "kind", Map.of("road", "道路", "water", "饮水", "power", "电力", "industry", "产业", "other", "其他")));
        c.add(SheetColumn.of("地点编码", "place_code"));
        c.add(SheetColumn.of("建设地点", "place_name"));
        c.add(SheetColumn.of("建设内容", "content"));
        c.add(SheetColumn.scaled("总投资(万元)", "cost_yuan", 1e-4));
        c.add(SheetColumn.of("受益户数", "beneficiary_households"));
        c.add(SheetColumn.of("受益人数", "beneficiary_people"));
        c.add(SheetColumn.of("资金来源", "fund"));
        c.add(SheetColumn.of("年度", "planned_year"));
        return sheet(table, c);
    }

    /** Two columns in degrees with six decimals: a decimetre. */
    private List<SheetColumn> lonLat() {
        return List.of(
                new SheetColumn("经度", (table, row) -> degrees(table, row, 0)),
                new SheetColumn("纬度", (table, row) -> degrees(table, row, 1)));
    }

    private String degrees(FeatureTable table, int row, int axis) {
        if (!table.hasGeometry(row)) {
            return "";
        }
        return String.format(Locale.ROOT, "%.6f", toDegrees.point(table.x(row), table.y(row))[axis]);
    }

    /** The last column's header says that all of it is invented; its cells stay empty. */
    private static Sheet sheet(FeatureTable table, List<SheetColumn> columns) {
        List<SheetColumn> all = new ArrayList<>(columns);
        all.add(SheetColumn.empty(SYNTHETIC));
        List<String[]> rows = new ArrayList<>(table.size());
        for (int row = 0; row < table.size(); row++) {
            String[] cells = new String[all.size()];
            for (int k = 0; k < cells.length; k++) {
                cells[k] = all.get(k).value().apply(table, row);
            }
            rows.add(cells);
        }
        return new Sheet(all.stream().map(SheetColumn::header).toList(), rows);
    }
}
