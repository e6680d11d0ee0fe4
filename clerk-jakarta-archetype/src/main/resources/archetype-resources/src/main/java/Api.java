package ${package};

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All REST resources are below {@code /api}, which web.xml opens for whoever is signed in. */
@ApplicationPath("/api")
public class Api extends Application {}
