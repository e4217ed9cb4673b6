package org.terrace.formats.source;

/** Takes the features of a file one by one; a lambda will do. */
@FunctionalInterface
public interface RawSink {
    void feature(RawFeature feature);

    /** Called before the first feature of a layer, once per layer. */
    default void layer(SourceLayer layer) {}
}
