package org.terrace.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes the description of the interface say what the records say: every component of a record is there, may be null only where it
 * is {@code @Nullable}, and may be missing only where it is left out when empty. The map's types are made from it.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {
    private static final String GEOMETRY = "Geometry";

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info().title("Terrace").version("1").description("The interface that the map uses."));
    }

    @Bean
    ModelConverter recordsAsTheyAre() {
        return new Records();
    }

    /** What is sent may leave out what may be null. */
    @Bean
    OpenApiCustomizer requests() {
        return api -> {
            Map<String, Schema> schemas = api.getComponents().getSchemas();
            Set<String> sent = new LinkedHashSet<>();
            for (PathItem path : api.getPaths().values()) {
                for (Operation operation : path.readOperations()) {
                    if (operation.getRequestBody() != null) {
                        operation
                                .getRequestBody()
                                .getContent()
                                .values()
                                .forEach(content -> collect(content.getSchema(), schemas, sent));
                    }
                }
            }
            for (String name : sent) {
                Schema<?> schema = Objects.requireNonNull(schemas.get(name));
                List<String> required = new ArrayList<>();
                schema.getProperties().forEach((property, its) -> {
                    if (!isNullable(its)) {
                        required.add(property);
                    }
                });
                schema.setRequired(required.isEmpty() ? null : required);
            }
            Schema<?> geometry = schemas.get(GEOMETRY);
            if (geometry != null) {
                geometry.setFormat("geojson");
            }
        };
    }

    private static void collect(@Nullable Schema<?> schema, Map<String, Schema> all, Set<String> into) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            Schema<?> found = all.get(name);
            if (found != null && found.getProperties() != null && into.add(name)) {
                found.getProperties().values().forEach(p -> collect(p, all, into));
            }
        }
        collect(schema.getItems(), all, into);
        if (schema.getOneOf() != null) {
            schema.getOneOf().forEach(p -> collect(p, all, into));
        }
    }

    private static boolean isNullable(Schema<?> schema) {
        return (schema.getTypes() != null && schema.getTypes().contains("null"))
                || (schema.getOneOf() != null && schema.getOneOf().stream().anyMatch(OpenApiDocument::isNullable));
    }

    /** A value of a cell or an attribute: text or number. Rows of a file before their import may also hold yes and no. */
    private static Schema<?> anyValue(boolean nullable, String... further) {
        Schema<?> value = new Schema<>();
        Set<String> types = new LinkedHashSet<>(List.of("string", "number"));
        types.addAll(List.of(further));
        value.setTypes(types);
        return nullable ? orNull(value) : value;
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (isNullable(schema)) {
            return schema;
        }
        if (schema.getTypes() != null && schema.get$ref() == null) {
            Set<String> types = new LinkedHashSet<>(schema.getTypes());
            types.add("null");
            schema.setTypes(types);
            return schema;
        }
        Schema<?> none = new Schema<>();
        none.setTypes(Set.of("null"));
        Schema<Object> either = new Schema<>();
        either.setOneOf(List.of(schema, none));
        return either;
    }

    /** Reads required and nullable from the components of records. */
    private static final class Records implements ModelConverter {
        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            if (!chain.hasNext()) {
                return null;
            }
            Schema<?> resolved = chain.next().resolve(type, context, chain);
            Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
            if (resolved == null || !raw.isRecord()) {
                return resolved;
            }
            Schema<?> model = resolved;
            if (resolved.get$ref() != null) {
                String name = resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1);
                model = context.getDefinedModels().get(name);
            }
            if (model != null && model.getProperties() != null) {
                describe(raw, model);
            }
            return resolved;
        }

        @Override
        public boolean isOpenapi31() {
            return true;
        }

        private static void describe(Class<?> type, Schema<?> model) {
            Map<String, Schema> properties = model.getProperties();
            List<String> required = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
                String name = named == null || named.value().isEmpty() ? component.getName() : named.value();
                Schema<?> property = properties.get(name);
                if (property == null) {
                    continue;
                }
                boolean leftOut = component.getAccessor().isAnnotationPresent(JsonInclude.class);
                boolean nullable = isNullable(component) && !leftOut;
                properties.put(name, describe(component, property, nullable));
                if (!leftOut) {
                    required.add(name);
                }
            }
            model.setRequired(required);
        }

        private static boolean isNullable(RecordComponent component) {
            return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        }

        private static Schema<?> describe(RecordComponent component, Schema<?> property, boolean nullable) {
            boolean said =
                    component.getAccessor().isAnnotationPresent(io.swagger.v3.oas.annotations.media.Schema.class);
            if (component.getType() == Object.class) {
                return said ? property : anyValue(nullable);
            }
            if (component.getAnnotatedType() instanceof AnnotatedParameterizedType parameters) {
                var last = parameters
                        .getAnnotatedActualTypeArguments()[parameters.getAnnotatedActualTypeArguments().length - 1];
                boolean nullables = last.isAnnotationPresent(Nullable.class);
                if (last.getType() == Object.class && Map.class.isAssignableFrom(component.getType())) {
                    property.setAdditionalProperties(anyValue(nullables));
                } else if (nullables && property.getAdditionalProperties() instanceof Schema<?> values) {
                    property.setAdditionalProperties(orNull(values));
                } else if (nullables && property.getItems() != null) {
                    property.setItems(orNull(property.getItems()));
                } else if (last instanceof AnnotatedParameterizedType inner
                        && property.getItems() != null
                        && inner.getAnnotatedActualTypeArguments().length == 2
                        && inner.getAnnotatedActualTypeArguments()[1].getType() == Object.class) {
                    property.getItems()
                            .setAdditionalProperties(anyValue(
                                    inner.getAnnotatedActualTypeArguments()[1].isAnnotationPresent(Nullable.class),
                                    "boolean"));
                }
            }
            return nullable ? orNull(property) : property;
        }
    }
}
