/**
 * Web pages for clerk, office and leader, rendered on the server; readable and usable without JavaScript. A page with a form or
 * a view of its own has a package below; here is what pages share.
 */
@NullMarked
package org.targetwatch.page;

import org.jspecify.annotations.NullMarked;
