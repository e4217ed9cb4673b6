package org.terrace.standard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A parsed data file (YAML or JSON) as nested maps, lists and scalars, with the path to each value, so that a complaint names the
 * place: {@code crops/loquat.yaml: altitude_m.optimal}. The core parses no text; a reader outside hands the tree in.
 */
public final class Tree {
    private final String path;
    private final Object value;

    private Tree(String path, Object value) {
        this.path = path;
        this.value = value;
    }

    /** @param file name used in messages; @param value maps (String keys), lists, String, Number, Boolean */
    public static Tree of(String file, Object value) {
        return new Tree(file + ":", value);
    }

    public String path() {
        return path;
    }

    public boolean has(String key) {
        return value instanceof Map<?, ?> map && map.get(key) != null;
    }

    /** @throws IllegalArgumentException when the key is missing, naming the path */
    public Tree get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException(path + " " + key + " is missing"));
    }

    public Optional<Tree> find(String key) {
        if (value instanceof Map<?, ?> map && map.get(key) != null) {
            return Optional.of(new Tree(child(key), Objects.requireNonNull(map.get(key))));
        }
        return Optional.empty();
    }

    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        for (Object key : map().keySet()) {
            keys.add(String.valueOf(key));
        }
        return keys;
    }

    public List<Tree> items() {
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException(path + " should be a list, is " + value);
        }
        List<Tree> items = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            items.add(new Tree(path + "[" + i + "]", Objects.requireNonNull(list.get(i), path)));
        }
        return items;
    }

    public boolean isMap() {
        return value instanceof Map;
    }

    public boolean isList() {
        return value instanceof List;
    }

    /** The value as it was parsed, without its path. */
    @Override
    public String toString() {
        return value.toString();
    }

    public boolean isNumber() {
        return value instanceof Number;
    }

    public String text() {
        if (value instanceof Map || value instanceof List) {
            throw new IllegalArgumentException(path + " should be text");
        }
        return value.toString();
    }

    public String text(String key) {
        return get(key).text();
    }

    public String text(String key, String otherwise) {
        return find(key).map(Tree::text).orElse(otherwise);
    }

    public double number() {
        if (value instanceof Number n) {
            return n.doubleValue();
        }
        throw new IllegalArgumentException(path + " should be a number, is '" + value + "'");
    }

    public double number(String key) {
        return get(key).number();
    }

    public double number(String key, double otherwise) {
        return find(key).map(Tree::number).orElse(otherwise);
    }

    public boolean flag() {
        if (value instanceof Boolean b) {
            return b;
        }
        throw new IllegalArgumentException(path + " should be true or false, is '" + value + "'");
    }

    public boolean flag(String key, boolean otherwise) {
        return find(key).map(Tree::flag).orElse(otherwise);
    }

    public List<String> texts(String key) {
        return find(key).map(t -> t.items().stream().map(Tree::text).toList()).orElse(List.of());
    }

    private Map<?, ?> map() {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(path + " should be a map, is " + value);
    }

    private String child(String key) {
        return path.endsWith(":") ? path + " " + key : path + "." + key;
    }
}
