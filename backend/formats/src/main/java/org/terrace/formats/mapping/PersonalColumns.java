package org.terrace.formats.mapping;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Columns that hold identity numbers, bank, phone or health data by their names. They are dropped from every import, whatever the
 * profile says: least data, minimal impact.
 *
 * @see "Personal Information Protection Law 2021, articles 6 and 28"
 */
public final class PersonalColumns {
    private static final Pattern PERSONAL =
            Pattern.compile("身份证|证件号|公民身份|户口簿|银行|卡号|账号|帐号|开户|电话|手机|联系方式|健康|疾病|患病|大病|慢性病|病种|病史|残疾|婚姻|政治面貌|宗教|"
                    // Whole words: an embankment is no bank, a clinic's health care is nobody's health.
                    + "(?<![a-z])(id_?card|id_?number|identity|passport|bank|bank_?account|account_?(no|number)|iban|phone|mobile"
                    + "|telephone|health|disease|disabled|disability|religion)(?![a-z])"
                    + "|^aar012$|^aaq002$|^aac004$|^aab017$");

    private PersonalColumns() {}

    public static boolean isPersonal(String column) {
        return PERSONAL.matcher(column.strip().toLowerCase(Locale.ROOT)).find();
    }
}
