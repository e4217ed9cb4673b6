package org.terrace.crop;

import java.util.List;
import org.terrace.standard.ReferenceData;

/** All crops and livestock of the data folder {@code crops}, by id. */
public record CropCatalogue(List<Crop> crops) {
    /** The folder of the data files. */
    public static final String FOLDER = "crops";

    public CropCatalogue {
        crops = List.copyOf(crops);
    }

    /** @throws IllegalArgumentException naming the file and path of what is wrong */
    public static CropCatalogue of(ReferenceData reference) {
        return new CropCatalogue(reference.of(FOLDER).stream().map(Crop::parse).toList());
    }

    /** Those rated on plots. */
    List<Crop> plants() {
        return crops.stream().filter(c -> !c.isLivestock()).toList();
    }

    /** @throws IllegalArgumentException naming the crops that exist */
    public Crop crop(String id) {
        return crops.stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no crop '" + id + "'. Maybe one of "
                        + crops.stream().map(Crop::id).toList()));
    }
}
