package org.terrace.formats.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads property values and nested arrays from the current token on; leaves the parser at the value's last token. */
final class JsonValues {
    private JsonValues() {}

    static void properties(JsonParser json, Map<String, Object> into) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            scalar(json).ifPresent(v -> into.put(name, v));
        }
    }

    /** A string, number or boolean; an object or array as its JSON text; empty for null and blank text. */
    static Optional<Object> scalar(JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_STRING -> Optional.<Object>of(json.getString()).filter(s -> !((String) s).isBlank());
            case VALUE_NUMBER_INT ->
                Optional.of(
                        json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                                ? (Object) json.getString()
                                : (Object) json.getLongValue());
            case VALUE_NUMBER_FLOAT -> Optional.of(json.getDoubleValue());
            case VALUE_TRUE -> Optional.of(Boolean.TRUE);
            case VALUE_FALSE -> Optional.of(Boolean.FALSE);
            case START_OBJECT, START_ARRAY -> Optional.of(text(json));
            default -> Optional.empty();
        };
    }

    /** The current value as JSON text, strings not escaped: for show and for looking things up in. */
    static String text(JsonParser json) {
        StringBuilder out = new StringBuilder();
        int depth = 0;
        JsonToken token = json.currentToken();
        do {
            if (token.isStructEnd() && out.charAt(out.length() - 1) == ',') {
                out.setLength(out.length() - 1);
            }
            if (token == JsonToken.PROPERTY_NAME) {
                out.append('"').append(json.currentName()).append("\":");
            } else if (token == JsonToken.VALUE_STRING) {
                out.append('"').append(json.getString()).append("\",");
            } else {
                out.append(json.getString());
                out.append(token.isStructStart() ? "" : ",");
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth > 0) {
                token = json.nextToken();
            }
        } while (depth > 0);
        return out.charAt(out.length() - 1) == ',' ? out.substring(0, out.length() - 1) : out.toString();
    }

    /** Arrays as lists, numbers as Double, everything else left out. */
    static Object nested(JsonParser json) {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            List<Object> items = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                items.add(nested(json));
            }
            return items;
        }
        if (json.currentToken().isNumeric()) {
            return json.getDoubleValue();
        }
        json.skipChildren();
        return Double.NaN;
    }
}
