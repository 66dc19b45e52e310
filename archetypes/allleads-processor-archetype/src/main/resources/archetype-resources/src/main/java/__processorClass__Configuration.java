package ${package};

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The settings as they stand in the file. A secret is a method whose name begins with {@code _}: its key in the file begins with
 * a dot, which keeps it out of reach of other bundles.
 */
@ObjectClassDefinition(name = "Card processor ${processorName}")
@interface ${processorClass}Configuration {

    @AttributeDefinition(name = "Currencies", description = "The currencies that are charged, as in USD, EUR.")
    String currencies() default "USD, EUR";

    @AttributeDefinition(
            name = "Final after",
            description = "How long after a charge 'nothing found' is final, in seconds, 1 to 86400.")
    int final_after_seconds() default 60;

    @AttributeDefinition(
            name = "Call-back secret",
            description = "What the company signs call-backs with; empty where it sends none. Stands as .callback.secret in the file.",
            type = AttributeType.PASSWORD,
            required = false)
    String _callback_secret() default "";
}
