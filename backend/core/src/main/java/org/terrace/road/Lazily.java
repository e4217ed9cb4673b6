package org.terrace.road;

import java.util.Optional;
import java.util.function.Supplier;

/** Made at the first use, once, for all threads. */
final class Lazily<T> implements Supplier<T> {
    private final Supplier<T> make;
    private Optional<T> made = Optional.empty();

    private Lazily(Supplier<T> make) {
        this.make = make;
    }

    static <T> Supplier<T> once(Supplier<T> make) {
        return new Lazily<>(make);
    }

    @Override
    public synchronized T get() {
        if (made.isEmpty()) {
            made = Optional.of(make.get());
        }
        return made.get();
    }
}
