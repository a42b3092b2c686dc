#ifndef PACKHORSE_CCOMMONMARK_SHIM_H
#define PACKHORSE_CCOMMONMARK_SHIM_H

#include <cmark.h>

#endif
