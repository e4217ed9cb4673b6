package org.terrace.road;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

    /** What a task gives; what it throws is thrown as it is, so that a cancelled run is known as one. */
    static <T> T join(CompletableFuture<T> task) {
        try {
            return task.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public synchronized T get() {
        if (made.isEmpty()) {
            made = Optional.of(make.get());
        }
        return made.get();
    }
}
