/* What Qt asks of Windows' colour management, which wine has half of: there is no profile.
   For wine's prefix only; never part of what is installed. */
#define NOTHING(name) __declspec(dllexport) void *name(void) { return 0; }
NOTHING(GetColorProfileFromHandle)
NOTHING(CloseColorProfile)
NOTHING(WcsCreateIccProfile)
NOTHING(OpenColorProfileW)
