package org.terrace.formats.raster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Words of a text between white space, with the line they stand on; one at a time, whatever the size of the file. */
final class AsciiTokens {
    private static final int LONGEST = 64;
    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int filled;
    private int next;
    private long line = 1;
    private final byte[] word = new byte[LONGEST];
    private int length;
    private long wordLine;

    AsciiTokens(InputStream in) {
        this.in = in;
    }

    /** Goes to the next word. @return false at the end */
    boolean advance() throws IOException {
        int c = read();
        while (c >= 0 && c <= ' ') {
            c = read();
        }
        if (c < 0) {
            return false;
        }
        wordLine = line;
        length = 0;
        while (c > ' ') {
            if (length < LONGEST) {
                word[length++] = (byte) c;
            }
            c = read();
        }
        return true;
    }

    private int read() throws IOException {
        if (next == filled) {
            filled = in.read(buffer);
            next = 0;
            if (filled <= 0) {
                filled = 0;
                return -1;
            }
        }
        int c = buffer[next++] & 0xff;
        if (c == '\n') {
            line++;
        }
        return c;
    }

    String text() {
        return new String(word, 0, length, StandardCharsets.UTF_8);
    }

    /** Line of the word, from 1. */
    long line() {
        return wordLine;
    }

    /** The word as a number; digits with a point by hand, everything else through the library. @throws NumberFormatException */
    double number() {
        int i = 0;
        boolean negative = word[0] == '-';
        if (negative) {
            i++;
        }
        long digits = 0;
        int decimals = -1;
        boolean plain = length > i && length - i <= 15;
        for (; plain && i < length; i++) {
            byte c = word[i];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                if (decimals >= 0) {
                    decimals++;
                }
            } else if (c == '.' && decimals < 0) {
                decimals = 0;
            } else {
                plain = false;
            }
        }
        if (!plain || (decimals == 0 && length <= (negative ? 2 : 1))) {
            String text = text();
            char last = text.charAt(text.length() - 1);
            if (last > '9' && !text.equalsIgnoreCase("nan")) {
                throw new NumberFormatException(text);
            }
            return text.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(text);
        }
        double value = digits / TENS[Math.max(0, decimals)];
        return negative ? -value : value;
    }
}
