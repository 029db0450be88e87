#pragma once
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#ifdef __linux__
#include <fontconfig/fontconfig.h>
#endif
