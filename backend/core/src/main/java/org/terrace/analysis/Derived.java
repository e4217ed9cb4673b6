package org.terrace.analysis;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Structures worth keeping for one snapshot (noded graph, nearest index, time field), made at the first use. One instance per
 * snapshot: it must never outlive it. Safe for several threads; two that ask at once may both make a structure, and get the same.
 */
public final class Derived {

    /** Names a kind of structure; each has one constant beside the class that makes it. */
    public record Key<T>(String name, Class<T> type) {}

    private final Map<Key<?>, Object> kept = new ConcurrentHashMap<>();
    private final WeakReference<Derived> earlier;

    public Derived() {
        this.earlier = new WeakReference<>(null);
    }

    /** @param earlier of an earlier snapshot of the same county: what a structure may be made from more cheaply. Not kept alive */
    public Derived(Derived earlier) {
        this.earlier = new WeakReference<>(earlier);
    }

    /** The structure of the same key and detail of the earlier snapshot, where there is one and it is still in memory. */
    public <T> Optional<T> earlier(Key<T> key, String detail) {
        Derived before = earlier.get();
        Object found = before == null ? null : before.kept.get(new Key<>(key.name() + "/" + detail, key.type()));
        return Optional.ofNullable(found).map(key.type()::cast);
    }

    /** @param detail distinguishes structures of one kind (a surface set, a threshold); part of the key */
    public <T> T get(Key<T> key, String detail, Supplier<T> make) {
        Key<T> full = new Key<>(key.name() + "/" + detail, key.type());
        Object found = kept.get(full);
        if (found == null) {
            T made = make.get();
            Object first = kept.putIfAbsent(full, made);
            found = first == null ? made : first;
        }
        return key.type().cast(found);
    }
}
