package org.targetwatch;

import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;

/** Settings that read numbers as exactly as they are sent. */
public final class Json {
    public static final RestAssuredConfig EXACT =
            RestAssured.config().jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));

    private Json() {}
}
