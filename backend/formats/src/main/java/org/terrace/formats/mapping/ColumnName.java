package org.terrace.formats.mapping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header split into its name and what stands in brackets behind it: {@code 总投资(万元)} is 总投资 in 万元. The unit in the
 * header wins over the profile's, because the file knows better.
 *
 * @param base name without the brackets
 * @param unit text in the brackets, "" when there are none
 */
record ColumnName(String base, String unit) {
    private static final Pattern BRACKETS = Pattern.compile("(.+?)\\s*[（(\\[]([^（()）\\[\\]]+)[)）\\]]\\s*");

    static ColumnName of(String header) {
        Matcher m = BRACKETS.matcher(header);
        return m.matches()
                ? new ColumnName(m.group(1).strip(), m.group(2).strip())
                : new ColumnName(header.strip(), "");
    }

    /** True when a profile's column name means this header. */
    static boolean same(String wanted, String header) {
        return wanted.equals(header) || wanted.equals(of(header).base());
    }
}
