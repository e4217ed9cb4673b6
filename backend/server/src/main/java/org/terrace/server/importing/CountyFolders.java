package org.terrace.server.importing;

import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import org.terrace.formats.source.InputFile;
import org.terrace.server.store.CountyStore;

/** Brings in a whole county from a folder of files, in the order that its {@code import.yaml} says. */
@Component
public final class CountyFolders {
    private final CountyStore store;
    private final Importer importer;

    CountyFolders(CountyStore store, Importer importer) {
        this.store = store;
        this.importer = importer;
    }

    /**
     * @param told each file's result as it comes
     * @param language of the county's name
     */
    public void load(ImportList list, String language, BiConsumer<ImportList.Entry, Importer.Committed> told) {
        if (store.findCounty(list.code()).isEmpty()) {
            store.create(list.code(), list.name(language), list.epsg(), list.synthetic(), list.standard());
        }
        for (ImportList.Entry entry : list.files()) {
            String token = java.util.UUID.randomUUID().toString().substring(0, 12);
            told.accept(
                    entry,
                    importer.commit(
                            list.code(),
                            InputFile.of(entry.file()),
                            entry.choices(),
                            token,
                            Importer.Rejected.IGNORED));
        }
    }
}
