package org.terrace.standard;

/**
 * One data file as read.
 *
 * @param name path within the data folder: {@code crops/loquat.yaml}
 * @param contentHash SHA-256 of the bytes, hexadecimal: part of every result's key
 */
public record Document(String name, String contentHash, Tree tree) {

    /** The folder: {@code crops}; "" for a file at the top. */
    public String kind() {
        int slash = name.indexOf('/');
        return slash < 0 ? "" : name.substring(0, slash);
    }

    /** The file's name without folder and ending: {@code loquat}. */
    public String id() {
        String file = name.substring(name.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }
}
