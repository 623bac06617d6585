#include "herd.h"
#include <QtTest/qtest.h>
class tst_Herd : public QObject { Q_OBJECT };
QTEST_GUILESS_MAIN(tst_Herd)
#include "tst_herd.moc"
