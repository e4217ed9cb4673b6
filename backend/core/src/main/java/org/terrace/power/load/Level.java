package org.terrace.power.load;

import java.util.Locale;

/**
 * How whatever is assumed is taken: a verdict is plain only where the favourable and the unfavourable level agree.
 *
 * <p>What is on record is the same in all three.
 */
public enum Level {
    /** Little is drawn. */
    FAVOURABLE("low"),
    MIDDLE("mid"),
    /** Much is drawn. */
    UNFAVOURABLE("high");

    private final String suffix;

    Level(String suffix) {
        this.suffix = suffix;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The last part of the names of settings that are given three times. */
    public String suffix() {
        return suffix;
    }
}
