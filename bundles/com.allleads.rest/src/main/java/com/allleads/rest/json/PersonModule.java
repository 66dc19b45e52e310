package com.allleads.rest.json;

import com.allleads.api.person.PersonId;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.util.UUID;

/** A person's identifier as the text that it is everywhere else. */
final class PersonModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    PersonModule() {
        super("allleads-person");
        addSerializer(PersonId.class, ToStringSerializer.instance);
        addDeserializer(PersonId.class, new PersonReader());
    }

    private static final class PersonReader extends StdDeserializer<PersonId> {

        private static final long serialVersionUID = 1L;

        PersonReader() {
            super(PersonId.class);
        }

        @Override
        public PersonId deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return new PersonId(context.readValue(json, UUID.class));
        }
    }
}
