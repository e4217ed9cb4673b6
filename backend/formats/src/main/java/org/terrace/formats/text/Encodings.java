package org.terrace.formats.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Encodings met in China: names as {@code .cpg} files and DBF headers write them, and what bytes can prove. */
public final class Encodings {
    /** GB18030 contains GBK and GB2312, so it decodes all three. */
    public static final Charset GB18030 = Charset.forName("GB18030");

    public static final Charset BIG5 = Charset.forName("Big5");

    private Encodings() {}

    /** The charset of a {@code .cpg} file's text or a user's word: {@code GBK, CP936, 936, ANSI 936, UTF-8, 65001, BIG5}. */
    public static Optional<Charset> named(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replace("ANSI", "").replaceAll("[ _]", "");
        return switch (name) {
            case "936", "CP936", "GBK", "GB2312", "MS936", "WINDOWS-936", "GB18030", "54936" -> Optional.of(GB18030);
            case "950", "CP950", "BIG5", "BIG-5", "MS950" -> Optional.of(BIG5);
            case "65001", "UTF-8", "UTF8", "CP65001" -> Optional.of(StandardCharsets.UTF_8);
            case "1252", "CP1252", "WINDOWS-1252" -> Optional.of(Charset.forName("windows-1252"));
            case "88591", "ISO88591", "ISO-8859-1", "ISO8859-1", "LATIN1" -> Optional.of(StandardCharsets.ISO_8859_1);
            default -> other(text.strip());
        };
    }

    private static Optional<Charset> other(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The charset of a DBF header's language byte (offset 29); empty for 0 and for 'whatever Windows uses' (0x57). */
    public static Optional<Charset> ofLanguageByte(int languageByte) {
        return switch (languageByte & 0xff) {
            case 0x4d, 0x7a -> Optional.of(GB18030);
            case 0x4f, 0x78 -> Optional.of(BIG5);
            case 0x03 -> Optional.of(Charset.forName("windows-1252"));
            default -> Optional.empty();
        };
    }

    public static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** True when the bytes are well-formed in the charset; a sequence cut off at the end is forgiven. */
    public static boolean decodes(byte[] bytes, Charset charset) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 16);
        return !charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, false)
                .isError();
    }

    /** Decodes strictly. */
    public static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * A question with a default: UTF-8 when the bytes are well-formed UTF-8 (other encodings hardly ever are by chance), else GBK.
     *
     * @param texts some raw values that are not plain ASCII
     */
    public static EncodingFound ask(List<byte[]> texts) {
        boolean utf8 = texts.stream().allMatch(t -> decodes(t, StandardCharsets.UTF_8));
        Map<String, List<String>> samples = new LinkedHashMap<>();
        Map<String, Charset> offered = new LinkedHashMap<>();
        offered.put("GBK", GB18030);
        offered.put("UTF-8", StandardCharsets.UTF_8);
        offered.put("Big5", BIG5);
        offered.forEach((name, charset) -> {
            List<String> lines = new ArrayList<>();
            texts.stream().limit(5).forEach(t -> lines.add(new String(t, charset).strip()));
            samples.put(name, lines);
        });
        return new EncodingFound(utf8 ? StandardCharsets.UTF_8 : GB18030, EncodingFound.How.ASKED, samples);
    }

    /** The encoding of a text file by its first bytes: byte order mark, then well-formed UTF-8, then GB18030. */
    public static EncodingFound ofTextFile(byte[] head) {
        if (head.length >= 3 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf) {
            return EncodingFound.read(StandardCharsets.UTF_8);
        }
        if (head.length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
            return EncodingFound.read(StandardCharsets.UTF_16LE);
        }
        if (head.length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
            return EncodingFound.read(StandardCharsets.UTF_16BE);
        }
        if (decodes(head, StandardCharsets.UTF_8)) {
            return EncodingFound.detected(StandardCharsets.UTF_8);
        }
        if (decodes(head, GB18030)) {
            return EncodingFound.detected(GB18030);
        }
        return EncodingFound.detected(Charset.forName("windows-1252"));
    }
}
